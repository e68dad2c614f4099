import { catalogueBy } from '../../shared/event/eventCatalogue';
import { isOfEntity } from './webhookEntities';

/**
 * The only list of ReadyCloud's events. A value is ReadyCloud's own word for the entity, since each
 * choice is a webhook of its own there; every delivery fulfils at most one.
 */
export const READYCLOUD_EVENTS = catalogueBy(isOfEntity, [
	{
		value: 'orders',
		name: 'Order Changed',
		description: 'An order was created or changed, its boxes and items included',
		event: 'job_updated',
	},
	{
		value: 'order-delivered',
		name: 'Order Delivered',
		description: 'An order was delivered. Not every account has this event.',
		event: 'status_changed',
	},
	{
		value: 'acceptance-scan',
		name: 'Carrier Acceptance Scan',
		description: 'The carrier scanned an order when taking it over, and its costs are known',
		event: 'acceptance_scanned',
	},
	{
		value: 'packaging',
		name: 'Packaging Changed',
		description: 'A kind of packaging was created or changed, such as its size',
		event: 'packaging_changed',
	},
	{
		value: 'contact',
		name: 'Contact Changed',
		description: 'A contact was created or changed, without its addresses',
		event: 'contact_changed',
	},
	{
		value: 'contact-address',
		name: 'Contact Address Changed',
		description: 'An address of a contact was created or changed, without the contact',
		event: 'contact_changed',
	},
	{
		value: 'webhook',
		name: 'Calendar Changed',
		description: 'The calendar of any user changed. Best with the output Original.',
		event: 'unknown',
	},
]);

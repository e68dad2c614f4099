import { queryValue } from '../core/query';
import { addResource } from './collection';
import { addressFields, contactFields, packagingFields } from './contactFields';
import { addressView, contactView, packagingView } from './contactView';
import { changeEntry, createContact, createEntry } from './create';
import { addressChanged, contactChanged, packagingChanged, removeContact } from './events';
import { noteFields } from './fields';
import type { Contact, Order } from './model';
import { detailOf } from './orderFilters';
import { noteView, orderView } from './orderView';
import { contactUrl, PATHS } from './paths';
import { contactScope, orgScope } from './scopes';
import type { ReadyCloudApi } from './service';

/** Contacts with their addresses and notes, and packaging. */
export function addContactRoutes(api: ReadyCloudApi): void {
	const { service } = api;
	addResource(api, {
		path: PATHS.contacts,
		scope: orgScope,
		all: ({ org }) => org.contacts,
		show: ({ org }, contact, request) =>
			contactView({ org, contact }, queryValue(request, 'expand') === 'notes'),
		create: ({ org }, body) => {
			const contact = createContact(service, org, body);
			void contactChanged(service, { org, contact });
			return contact;
		},
		change: ({ org }, contact, body) => {
			changeEntry(service, contact, contactFields, body);
			void contactChanged(service, { org, contact });
		},
		remove: ({ org }, contact) => void removeContact({ org, contact }),
	});
	addResource(api, {
		path: PATHS.addresses,
		scope: contactScope,
		all: ({ contact }) => contact.addresses,
		show: (at, address) => addressView(at, address),
		create: (at, body) => {
			const address = createEntry(service, at.contact.addresses, addressFields, body);
			void addressChanged(service, at, address);
			return address;
		},
		change: (at, address, body) => {
			changeEntry(service, address, addressFields, body);
			void addressChanged(service, at, address);
		},
	});
	addResource(api, {
		path: PATHS.contactNotes,
		scope: contactScope,
		all: ({ contact }) => contact.notes,
		show: (at, note) => noteView(note, contactUrl(at)),
		create: (at, body) => createEntry(service, at.contact.notes, noteFields, body),
	});
	addResource(api, {
		path: PATHS.contactOrders,
		scope: contactScope,
		all: ({ org, contact }) => org.orders.filter((order) => isFor(order, contact)),
		show: ({ org }, order, request) =>
			orderView({ org, order }, detailOf(request, service.settings.values)),
	});
	addResource(api, {
		path: PATHS.packaging,
		scope: orgScope,
		all: ({ org }) => org.packaging,
		show: (at, packaging) => packagingView(at, packaging),
		create: (at, body) => {
			const packaging = createEntry(service, at.org.packaging, packagingFields, body);
			void packagingChanged(service, at, packaging);
			return packaging;
		},
		change: (at, packaging, body) => {
			changeEntry(service, packaging, packagingFields, body);
			void packagingChanged(service, at, packaging);
		},
	});
}

// How ReadyCloud finds a contact's orders is not documented; here it is the recipient's name.
function isFor({ fields: { shipping } }: Order, { fields }: Contact): boolean {
	const { first_name, last_name } = shipping.ship_to;
	return first_name === fields.first_name && last_name === fields.last_name;
}

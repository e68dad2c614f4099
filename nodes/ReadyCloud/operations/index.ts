import type { Resource } from '../../shared/action/actions';
import { getManyBoxes } from './box/getMany';
import { createContact } from './contact/create';
import { deleteContact } from './contact/delete';
import { getContact } from './contact/get';
import { getManyContacts } from './contact/getMany';
import { updateContact } from './contact/update';
import { createNote } from './note/create';
import { getManyNotes } from './note/getMany';
import { createOrder } from './order/create';
import { deleteOrder } from './order/delete';
import { getOrder } from './order/get';
import { getManyOrders } from './order/getMany';
import { updateOrder } from './order/update';
import { getOrganization } from './organization/get';
import { getManyOrganizations } from './organization/getMany';
import { addTag } from './tag/add';
import { getManyTags } from './tag/getMany';
import { removeTag } from './tag/remove';
import { createWebhook } from './webhook/create';
import { deleteWebhook } from './webhook/delete';
import { getWebhook } from './webhook/get';
import { getManyWebhooks } from './webhook/getMany';
import { renewWebhook } from './webhook/renew';

const box: Resource = { name: 'Box', value: 'box', operations: [getManyBoxes] };

const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	operations: [createContact, getContact, getManyContacts, updateContact, deleteContact],
};

const note: Resource = {
	name: 'Note',
	value: 'note',
	operations: [createNote, getManyNotes],
};

const order: Resource = {
	name: 'Order',
	value: 'order',
	operations: [createOrder, getOrder, getManyOrders, updateOrder, deleteOrder],
};

const organization: Resource = {
	name: 'Organization',
	value: 'organization',
	operations: [getOrganization, getManyOrganizations],
};

const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	operations: [addTag, getManyTags, removeTag],
};

const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	operations: [getManyWebhooks, getWebhook, createWebhook, renewWebhook, deleteWebhook],
};

/** Everything that the ReadyCloud node can do; it opens on the first. */
export const READYCLOUD_RESOURCES: readonly Resource[] = [
	order,
	box,
	note,
	tag,
	contact,
	organization,
	webhook,
];

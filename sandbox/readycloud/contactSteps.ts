import { addressFields, contactFields } from './contactFields';
import { changeEntry, createEntry } from './create';
import { addressChanged, contactChanged, emitContact, removeContact } from './events';
import type { ContactScope } from './scopes';
import type { Steps } from './step';

/** What can happen to a contact. */
export const CONTACT_STEPS: Steps<ContactScope> = {
	changeContact: {
		label: 'Change contact',
		possible: () => true,
		run: (at, { fields = { occupation: 'Mountain guide' } }, service) => {
			changeEntry(service, at.contact, contactFields, fields);
			return contactChanged(service, at);
		},
	},
	changeAddress: {
		label: 'Change address',
		possible: () => true,
		run: (at, { fields = { address_1: '3 Cedar Road', validated: true } }, service) => {
			const { addresses } = at.contact;
			const address = addresses[0] ?? createEntry(service, addresses, addressFields, {});
			changeEntry(service, address, addressFields, fields);
			return addressChanged(service, at, address);
		},
	},
	repeat: {
		label: 'Send again',
		aside: true,
		possible: ({ contact }) => contact.lastEvents.length > 0,
		run: (at, _options, service) => emitContact(service, at, at.contact.lastEvents),
	},
	delete: {
		label: 'Delete',
		aside: true,
		possible: () => true,
		run: (at) => removeContact(at),
	},
};

import type { Address, Contact, Packaging } from './model';
import { noteView } from './orderView';
import { contactUrl, orgUrl } from './paths';
import type { ContactScope, OrgScope } from './scopes';

type View = Record<string, unknown>;

/** A contact as webhooks carry it: without what belongs to it. */
export function bareContact(at: ContactScope): View {
	const { fields, created_at, updated_at } = at.contact;
	const retrieved = `${created_at.slice(0, 19)}+00:00`;
	return {
		created_at,
		...fields,
		source: { retrieved_at: retrieved },
		updated_at,
		url: contactUrl(at),
	};
}

/** A contact as programs read it. */
export function contactView(at: ContactScope, expandNotes: boolean): View {
	const url = contactUrl(at);
	return {
		...bareContact(at),
		addresses: at.contact.addresses.map((address) => addressView(at, address)),
		notes: expandNotes
			? at.contact.notes.map((note) => noteView(note, url))
			: noteUrls(at.contact, url),
		orders: `${url}orders/`,
	};
}

/** A contact's address. */
export function addressView(at: ContactScope, { id, fields }: Address): View {
	return { ...fields, url: `${contactUrl(at)}addresses/${id}/` };
}

/** Packaging. */
export function packagingView(
	at: OrgScope,
	{ id, fields, created_at, updated_at }: Packaging,
): View {
	return { created_at, ...fields, updated_at, url: `${orgUrl(at)}packaging/${id}/` };
}

// That notes can be expanded says that they are something shorter otherwise.
function noteUrls({ notes }: Contact, url: string): View[] {
	return notes.map(({ id }) => ({ url: `${url}notes/${id}/` }));
}

import type { ApiClient } from '../../shared/api/apiClient';

/** What ids of an execution stand for in words of people, as far as these came along. */
const known = new WeakMap<ApiClient, Map<string, string>>();

/** Remembers the name of something that has an id; without one, nothing. */
export function learnName(client: ApiClient, thing: string, id: string, name?: string): void {
	if (name === undefined) return;
	const names = known.get(client) ?? new Map<string, string>();
	known.set(client, names.set(`${thing} ${id}`, name));
}

/** Words for something, for an error about it: with its name where that is known, else with its id. */
export function named(client: ApiClient, thing: string, id: string): string {
	return `${thing} "${known.get(client)?.get(`${thing} ${id}`) ?? id}"`;
}

/** Words for an organization, see `named`. */
export function organizationNamed(client: ApiClient, id: string): string {
	return named(client, 'organization', id);
}

/** Words for something in an organization, see `named`. */
export function namedWithin(
	client: ApiClient,
	organization: string,
	thing: string,
	id: string,
): string {
	return `${named(client, thing, id)} in the ${organizationNamed(client, organization)}`;
}

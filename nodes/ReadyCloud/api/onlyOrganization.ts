import type { ApiClient } from '../../shared/api/apiClient';
import { InvalidInput } from '../../shared/basic/invalidInput';
import { textOrNull } from '../../shared/basic/values';
import { ownId } from '../event/urlIds';
import { MOST_SEARCHED } from './limits';
import { isDeleted, readList } from './lists';
import { learnName } from './names';
import { ORGANIZATIONS_PATH } from './paths';

interface Organization {
	id: string;
	/** As the list of the drop-down names it. */
	name: string;
}

/** Each execution asks once, also for many items. */
const asked = new WeakMap<ApiClient, Promise<Organization[]>>();

/** How many of several organizations an error names. */
const MOST_NAMED = 5;

/**
 * The organization where none was chosen: the only one that the access token can see.
 *
 * @param before the one that counted before, which goes on to count although there are others by now
 * @throws InvalidInput when there is none, or there are several
 */
export async function onlyOrganization(
	client: ApiClient,
	before: string | null = null,
): Promise<string> {
	const asking = asked.get(client) ?? organizationsOf(client);
	asked.set(client, asking);
	const organizations = await asking;
	const [first, ...others] = organizations;
	if (first === undefined) {
		throw new InvalidInput('The access token can see no organization at ReadyCloud.');
	}
	for (const { id, name } of organizations) learnName(client, 'organization', id, name);
	if (others.length === 0) return first.id;
	if (before !== null && organizations.some(({ id }) => id === before)) return before;
	const named = organizations.slice(0, MOST_NAMED).map(({ id, name }) => `${name} (${id})`);
	const more = organizations.length > MOST_NAMED ? ', and others' : '';
	throw new InvalidInput(
		`"Organization" is empty, and the access token can see several: ${named.join(', ')}${more}. Choose one of them.`,
	);
}

async function organizationsOf(client: ApiClient): Promise<Organization[]> {
	const { entries } = await readList(client, {
		path: ORGANIZATIONS_PATH,
		limit: MOST_SEARCHED,
		fits: (organization) => !isDeleted(organization) && ownId(organization.url) !== null,
	});
	return entries.map(({ url, name }) => {
		const id = ownId(url) ?? '';
		return { id, name: textOrNull(name) ?? id };
	});
}

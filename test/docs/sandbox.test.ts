import {
	DETRACK_API_KEY,
	DETRACK_BASE,
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from '../../sandbox/detrack/defaults';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import {
	READYCLOUD_BASE,
	READYCLOUD_CLIENT_ID,
	READYCLOUD_CLIENT_SECRET,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../sandbox/routigo/defaults';
import { labelsOf } from '../support/properties';
import { pageOf, VENDORS } from '../support/vendors';
import { columns, sectionOf, tableIn } from './documents';

const SANDBOX = 'http://127.0.0.1:5700';

/** What the credential for the stand-in holds, as the page tells it. */
const CREDENTIALS: Record<string, string[][]> = {
	Radaro: [
		['Server Number', '1'],
		['API Key', RADARO_KEY],
		['Webhook Tokens', RADARO_WEBHOOK_TOKEN],
		['Base URL', `${SANDBOX}/radaro`],
	],
	Detrack: [
		['API Key', DETRACK_API_KEY],
		['Base URL', `${SANDBOX}${DETRACK_BASE}`],
	],
	RoutiGo: [
		['Authentication', 'API Key'],
		['API Key', ROUTIGO_API_KEY],
		['Base URL', `${SANDBOX}${ROUTIGO_BASE}`],
	],
	ReadyCloud: [
		['Access Token', READYCLOUD_TOKEN],
		['Client ID', READYCLOUD_CLIENT_ID],
		['Client Secret', READYCLOUD_CLIENT_SECRET],
		['Refresh Token', READYCLOUD_REFRESH_TOKEN],
		['Base URL', `${SANDBOX}${READYCLOUD_BASE}`],
	],
};

describe.each(VENDORS)('the page of $name', (vendor) => {
	const heading = `Try it without ${vendor.name}`;
	const table = tableIn(pageOf(vendor), heading);

	it('gives the credential of the sandbox', () => {
		expect(columns(table, 0, 1)).toEqual(CREDENTIALS[vendor.name]);
	});

	it('names the fields as the credential does', () => {
		const labels = vendor.credentials.flatMap(({ properties }) => properties.flatMap(labelsOf));
		expect(
			columns(table, 0)
				.flat()
				.filter((label) => !labels.includes(label)),
		).toEqual([]);
	});
});

it("gives what Detrack's stand-in proves its calls with", () => {
	const section = sectionOf('docs/detrack.md', 'Try it without Detrack');
	expect(section).toContain(`\`${DETRACK_WEBHOOK_USERNAME}\``);
	expect(section).toContain(`\`${DETRACK_WEBHOOK_PASSWORD}\``);
});

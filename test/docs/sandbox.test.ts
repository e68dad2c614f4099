import { DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_USERNAME } from '../../sandbox/detrack/defaults';
import { labelsOf } from '../support/properties';
import { pageOf } from '../support/vendors';
import { columns, sectionOf, tableIn } from './documents';
import { DOCUMENTED } from './vendors';

describe.each(DOCUMENTED)('the page of $name', (vendor) => {
	const heading = `Try it without ${vendor.name}`;
	const table = tableIn(pageOf(vendor), heading);

	it('gives the credential of the sandbox', () => {
		expect(columns(table, 0, 1)).toEqual(vendor.documents.sandboxCredential);
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

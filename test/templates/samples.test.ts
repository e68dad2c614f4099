import { columns, tableIn } from '../docs/documents';
import { templateFile } from '../support/storyWorkflow';
import { ALL_TEMPLATES } from '../support/templates';
import { VENDORS } from '../support/vendors';

const FILE = 'docs/delivery-event.md';

type Row = Record<string, unknown>;

/** What a table of the document leaves empty for a service: columns, or statuses. */
function lackingIn(heading: string, place: number): string[] {
	const table = tableIn(FILE, heading).filter((row) => row[place] === '-');
	return columns(table, 0).flat().map(String);
}

/** The pinned rows that tell of a delivery; a log in PostgreSQL has them in a column, as text or not. */
async function samplesOf(name: string): Promise<Row[]> {
	const { pinData } = await templateFile(name);
	return Object.values(pinData ?? {})
		.flat()
		.map((item) => (item as { json: Row }).json)
		.map(
			(json) => (typeof json.row === 'string' ? JSON.parse(json.row) : (json.row ?? json)) as Row,
		)
		.filter((row) => 'provider' in row);
}

const isFilled = (value: unknown): boolean =>
	!['', '[]', null, undefined].includes(value as string);

describe.each(VENDORS)('the samples of $name', (vendor) => {
	const place = VENDORS.indexOf(vendor) + 1;
	const unsent = lackingIn('Columns of each service', place);
	const unknown = lackingIn('Statuses of each service', place);

	it.each(ALL_TEMPLATES)('in %s have what the service can send', async (name) => {
		const rows = (await samplesOf(name)).filter(({ provider }) => provider === vendor.provider);
		const filled = rows.flatMap((row) => unsent.filter((column) => isFilled(row[column])));
		const statuses = rows.map(({ status }) => status);
		expect(filled).toEqual([]);
		expect(statuses.filter((status) => unknown.includes(String(status)))).toEqual([]);
	});

	it('are not none', async () => {
		const all = (await Promise.all(ALL_TEMPLATES.map(samplesOf))).flat();
		expect(all.map(({ provider }) => provider)).toContain(vendor.provider);
	});
});

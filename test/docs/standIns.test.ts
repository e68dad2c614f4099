import { FAULT_KINDS } from '../../sandbox/core/faults';
import { columns, tableIn } from './documents';
import { DOCUMENTED } from './vendors';

const PAGE = 'sandbox/README.md';

describe("the sandbox's page", () => {
	it.each(DOCUMENTED)('names the settings of $name with their defaults', (vendor) => {
		const written = Object.entries(vendor.documents.settings).map(([name, value]) => [
			name,
			typeof value === 'string' ? value : JSON.stringify(value),
		]);
		expect(columns(tableIn(PAGE, vendor.name), 0, 3)).toEqual(written);
	});

	it('says of each setting what it means', () => {
		const meanings = DOCUMENTED.flatMap(({ name }) => columns(tableIn(PAGE, name), 1).flat());
		expect(meanings.filter((meaning) => meaning.length < 15)).toEqual([]);
	});

	it('names the faults', () => {
		expect(columns(tableIn(PAGE, 'Faults'), 0).flat()).toEqual([...FAULT_KINDS]);
	});

	it('names the steps as the sandbox does', () => {
		const steps = DOCUMENTED.flatMap((vendor) =>
			Object.entries(vendor.documents.steps).flatMap(([what, all]) =>
				Object.entries(all).map(([step, { label }]) => [`${vendor.name} ${what}`, step, label]),
			),
		);
		expect(tableIn(PAGE, 'Steps')).toEqual(steps);
	});
});

import { FAULT_KINDS } from '../../sandbox/core/faults';
import { DRIVER_STEPS } from '../../sandbox/detrack/driverSteps';
import { OFFICE_STEPS } from '../../sandbox/detrack/officeSteps';
import { settingsSchema as detrackSettings } from '../../sandbox/detrack/settings';
import { OTHER_STEPS } from '../../sandbox/radaro/otherSteps';
import { settingsSchema as radaroSettings } from '../../sandbox/radaro/settings';
import { STATUS_STEPS } from '../../sandbox/radaro/statusSteps';
import { CONTACT_STEPS } from '../../sandbox/readycloud/contactSteps';
import { ORDER_STEPS } from '../../sandbox/readycloud/orderSteps';
import { settingsSchema as readyCloudSettings } from '../../sandbox/readycloud/settings';
import { settingsSchema as routigoSettings } from '../../sandbox/routigo/settings';
import { STOP_STEPS } from '../../sandbox/routigo/stopSteps';
import { FIRST_STEPS, LAST_STEPS } from '../../sandbox/routigo/tourSteps';
import { columns, tableIn } from './documents';

const PAGE = 'sandbox/README.md';

const SETTINGS: ReadonlyArray<[string, Record<string, unknown>]> = [
	['Radaro', radaroSettings.parse({})],
	['Detrack', detrackSettings.parse({})],
	['RoutiGo', routigoSettings.parse({})],
	['ReadyCloud', readyCloudSettings.parse({})],
];

const STEPS: ReadonlyArray<[string, Readonly<Record<string, { label: string }>>]> = [
	['Radaro job', { ...STATUS_STEPS, ...OTHER_STEPS }],
	['Detrack job', { ...OFFICE_STEPS, ...DRIVER_STEPS }],
	['RoutiGo tour', { ...FIRST_STEPS, ...STOP_STEPS, ...LAST_STEPS }],
	['ReadyCloud order', ORDER_STEPS],
	['ReadyCloud contact', CONTACT_STEPS],
];

describe("the sandbox's page", () => {
	it.each(SETTINGS)('names the settings of %s with their defaults', (service, defaults) => {
		const written = Object.entries(defaults).map(([name, value]) => [
			name,
			typeof value === 'string' ? value : JSON.stringify(value),
		]);
		expect(columns(tableIn(PAGE, service), 0, 3)).toEqual(written);
	});

	it('says of each setting what it means', () => {
		const meanings = SETTINGS.flatMap(([service]) => columns(tableIn(PAGE, service), 1).flat());
		expect(meanings.filter((meaning) => meaning.length < 15)).toEqual([]);
	});

	it('names the faults', () => {
		expect(columns(tableIn(PAGE, 'Faults'), 0).flat()).toEqual([...FAULT_KINDS]);
	});

	it('names the steps as the sandbox does', () => {
		const steps = STEPS.flatMap(([whose, all]) =>
			Object.entries(all).map(([name, { label }]) => [whose, name, label]),
		);
		expect(tableIn(PAGE, 'Steps')).toEqual(steps);
	});
});

import { Stage } from '../support/stage';
import { detrackFailed } from './templates/detrackFailed';
import { erpNext } from './templates/erpNext';
import { everyTemplate } from './templates/everyTemplate';
import { failedOrPartial } from './templates/failedOrPartial';
import { lowRating } from './templates/lowRating';
import { nightlyReconciliation } from './templates/nightlyReconciliation';
import { odoo } from './templates/odoo';
import { postgres } from './templates/postgres';
import { readyCloudHealth } from './templates/readyCloudHealth';
import { routigoTours } from './templates/routigoTours';
import { sheetToJobs } from './templates/sheetToJobs';
import { shortMail, shortSheet } from './templates/shortForms';

// All templates share one n8n, because its start takes longer than most of their tests.
let opened: Stage | undefined;
const stage = (): Stage => {
	if (!opened) throw new Error('n8n has not been started.');
	return opened;
};
beforeAll(async () => {
	opened = await Stage.open();
}, 900_000);
afterAll(async () => {
	await opened?.close();
});
beforeEach(async () => {
	await stage().clear();
});
afterEach(async () => {
	const { story } = stage();
	expect(story.intercept.refused).toEqual([]);
	expect(await story.written()).not.toContain('[object');
});
jest.setTimeout(120_000);

describe('every template', () => everyTemplate(stage));
describe('low rating', () => lowRating(stage));
describe('nightly reconciliation', () => nightlyReconciliation(stage));
describe('failed or partial', () => failedOrPartial(stage));
describe('ERPNext', () => erpNext(stage));
describe('Odoo', () => odoo(stage));
describe('PostgreSQL', () => postgres(stage));
describe('ReadyCloud webhook health', () => readyCloudHealth(stage));
describe('sheet to jobs', () => sheetToJobs(stage));
describe('Detrack failed', () => detrackFailed(stage));
describe('the short form of the sheet', () => shortSheet(stage));
describe('the short form of the mail', () => shortMail(stage));
describe('RoutiGo tours', () => routigoTours(stage));

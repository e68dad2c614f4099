import { Stage } from '../support/stage';
import { receiving } from './eventLog/receiving';
import { sheet } from './eventLog/sheet';

// All of it shares one n8n, because its start takes longer than most of the tests.
let opened: Stage | undefined;
const stage = (): Stage => {
	if (!opened) throw new Error('n8n has not been started.');
	return opened;
};
beforeAll(async () => {
	// Data Tables that are soon full.
	opened = await Stage.open({ env: { N8N_DATA_TABLES_MAX_SIZE_BYTES: '5000000' } });
}, 900_000);
afterAll(async () => {
	await opened?.close();
});
beforeEach(async () => {
	await stage().clear();
});
afterEach(() => {
	expect(stage().story.intercept.refused).toEqual([]);
});
jest.setTimeout(120_000);

describe('receiving', () => receiving(stage));
describe('the sheet', () => sheet(stage));

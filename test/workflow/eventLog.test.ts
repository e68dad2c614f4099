import { MailServer } from '../support/mailServer';
import { Stage } from '../support/stage';
import { FORMS } from './eventLog/forms';
import { board } from './eventLog/board';
import { changes } from './eventLog/changes';
import { customers } from './eventLog/customers';
import { day } from './eventLog/day';
import { jobs } from './eventLog/jobs';
import { ownReader } from './eventLog/ownReader';
import { postgresLog } from './eventLog/postgres';
import { postgresJobs } from './eventLog/postgresJobs';
import { postgresReaders } from './eventLog/postgresReaders';
import { receiving } from './eventLog/receiving';
import { round } from './eventLog/round';
import { sheet } from './eventLog/sheet';
import { tidying } from './eventLog/tidying';

// All of it shares one n8n, because its start takes longer than most of the tests.
let opened: Stage | undefined;
const stage = (): Stage => {
	if (!opened) throw new Error('n8n has not been started.');
	return opened;
};
let mails: MailServer | undefined;
const server = (): MailServer => {
	if (!mails) throw new Error('The mail server has not been started.');
	return mails;
};
beforeAll(async () => {
	mails = await MailServer.start();
	// Data Tables that are soon full.
	const env = { N8N_DATA_TABLES_MAX_SIZE_BYTES: '5000000' };
	opened = await Stage.open({ env, smtpPort: mails.port });
}, 900_000);
afterAll(async () => {
	await opened?.close();
	await mails?.stop();
});
beforeEach(async () => {
	await stage().clear();
	server().obey();
});
afterEach(() => {
	expect(stage().story.intercept.refused).toEqual([]);
});
jest.setTimeout(120_000);

describe('receiving', () => receiving(stage));
describe('the sheet', () => sheet(stage));
describe('a reader of your own', () => ownReader(stage));
describe('the customers', () => customers(stage, server));
describe('the jobs', () => jobs(stage));
describe('the board', () => board(stage));
describe('the day in one mail', () => day(stage, server));
describe('keeping tidy', () => tidying(stage, server));
describe('the log in PostgreSQL', () => postgresLog(stage));
describe('readers of the log in PostgreSQL', () => postgresReaders(stage, server));
describe('the jobs of the log in PostgreSQL', () => postgresJobs(stage));
describe.each(FORMS)('the changes $title', (form) => changes(stage, form));
describe.each(FORMS)('the nightly round $title', (form) => round(stage, form));

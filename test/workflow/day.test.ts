import { SentEvents } from '../../bench/day/events';
import type { DayOptions } from '../../bench/day/options';
import { play } from '../../bench/day/play';
import { MAILS, READERS, type ReaderSpec, SHEET } from '../../bench/day/readers';
import { resultOf } from '../../bench/day/result';
import { DayStage, TIME_ZONE } from '../../bench/day/stage';
import { throughReader } from '../../bench/day/throughReaders';

const log = (): void => undefined;
const sent = new SentEvents(TIME_ZONE);
let stage: DayStage;

beforeAll(async () => {
	stage = await DayStage.open((delivery) => sent.add(delivery));
}, 900_000);
afterAll(async () => {
	await stage.close();
});
jest.setTimeout(600_000);

const through = async (spec: ReaderSpec) =>
	await throughReader(stage, spec, { rows: 1_200, each: 40, log });

it('takes 1,200 rows through the reader of the sheet, the last like the first', async () => {
	const { found, alike, problems } = await through(SHEET);
	expect(found).toEqual({ there: 1_200, missing: [], doubled: [], false: [] });
	expect({ alike, problems }).toEqual({ alike: true, problems: 0 });
});

it('takes 1,200 rows of 30 jobs through the reader of the mails', async () => {
	const { found, alike, problems } = await through(MAILS);
	expect(found).toEqual({ there: 30, missing: [], doubled: [], false: [] });
	expect({ alike, problems }).toEqual({ alike: true, problems: 0 });
});

it('loses nothing in a day on which everything fails, and n8n is killed', async () => {
	const options: DayOptions = { jobs: 24, seed: 7, minuteMs: 1_000, kills: 1, down: false };
	await stage.forget();
	await stage.begin(READERS, options.minuteMs);
	const played = await play(stage, sent, options, { log });
	const result = await resultOf(stage, sent, played);
	expect(played).toMatchObject({ kills: 1, refusals: [] });
	expect(played.jobs.length).toBeGreaterThanOrEqual(24);
	expect(result.answered).toBeGreaterThan(100);
	expect(result.answered).toBeGreaterThan(0.9 * result.sent);
	const nothing = { missing: [], false: [] };
	expect(result.log).toMatchObject(nothing);
	expect(result.sheet).toMatchObject({ ...nothing, doubled: [], there: result.log.there });
	expect(result.sheetWrong).toEqual([]);
	expect(result.records.wrong).toEqual([]);
	expect(result.records.right).toBeGreaterThan(15);
	expect(result.mails).toMatchObject(nothing);
	expect(result.mails.there).toBeGreaterThan(5);
	// One may come twice, as n8n may be killed between a mail and its being remembered.
	expect(result.mails.doubled.length).toBeLessThanOrEqual(1);
	expect(result.problems).toEqual([]);
});

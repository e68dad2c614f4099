import { play } from '../../bench/queue/play';
import { QueueStage } from '../../bench/queue/stage';
import { ensureN8n } from '../../runtime/install';
import { isPortTaken } from '../../runtime/ports';
import { eventLogInQueueMode } from './queue/eventLog';
import { renewalInQueueMode } from './queue/renewal';

/** What one worker runs at a time, by n8n's default. */
const IN_HAND = 10;

let stage: QueueStage;

beforeAll(async () => {
	stage = await QueueStage.open({ installation: await ensureN8n() });
}, 900_000);
afterAll(async () => {
	await stage.close();
});
jest.setTimeout(300_000);

const processes = () => [stage.queue.main, ...stage.queue.processors, ...stage.queue.workers];

describe('the event log', () => eventLogInQueueMode(() => stage));

describe('a credential', () => renewalInQueueMode(() => stage));

it('keeps every event that it answers when the workflow has finished, whatever is killed', async () => {
	await stage.forget();
	const before = processes().map(({ pid }) => pid);
	const played = await play(stage, { events: 80, kill: 'all' });
	expect(played).toMatchObject({ missing: [], problems: [] });
	expect(played.sent).toBeGreaterThanOrEqual(80);
	// What a killed process had in hand has got no answer; RoutiGo has sent it again. On a busy machine
	// there are more, as a service waits for ten seconds.
	expect(played.answered).toBeGreaterThan(played.sent / 2);
	expect(stage.reception.sent.isOpen('routigo')).toBe(false);
	const killed = processes().filter(({ pid }, index) => pid !== before[index]);
	expect(killed).toHaveLength(3);
});

it('keeps each event once where it answers at once and nothing is killed', async () => {
	await stage.reception.listen('atOnce');
	await stage.forget();
	const played = await play(stage, { seed: 2_001, events: 40, kill: 'none' });
	expect(played.sent).toBeGreaterThanOrEqual(40);
	expect(played).toMatchObject({
		calls: played.sent,
		answered: played.sent,
		kept: played.sent,
		doubled: 0,
		missing: [],
		problems: [],
	});
});

it('loses no more than a killed worker had in hand, where it answers at once', async () => {
	await stage.forget();
	const played = await play(stage, { seed: 1_001, events: 40, kill: 'worker' });
	expect(played.problems).toEqual([]);
	expect(played.answered).toBe(played.sent);
	expect(played.missing.length).toBeLessThanOrEqual(IN_HAND);
	expect(played.kept).toBe(played.sent - played.missing.length);
});

it('ends with all its processes', async () => {
	const ports = [...processes().map(({ port }) => port), stage.queue.postgres.port];
	await stage.queue.stop();
	expect(processes().map(({ pid }) => pid)).toEqual(Array(5).fill(undefined));
	for (const port of ports) expect(await isPortTaken(port)).toBe(false);
});

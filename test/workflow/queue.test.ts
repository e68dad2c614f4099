import { play } from '../../bench/queue/play';
import { publish, type UrlsOf } from '../../bench/queue/publish';
import { insertReceiver as receiver } from '../../bench/queue/receiver';
import { ensureN8n } from '../../runtime/install';
import { isPortTaken } from '../../runtime/ports';
import { type QueueN8n, startQueue } from '../../runtime/queue';
import { eventLogInQueueMode } from './queue/eventLog';

/** What one worker runs at a time, by n8n's default. */
const IN_HAND = 10;

let queue: QueueN8n;
let urlsOf: UrlsOf;

beforeAll(async () => {
	queue = await startQueue({ installation: await ensureN8n() });
	urlsOf = await publish(queue, receiver, 'atOnce');
}, 900_000);
afterAll(async () => {
	await queue.stop();
});
jest.setTimeout(300_000);

const processes = () => [queue.main, ...queue.processors, ...queue.workers];

it('keeps each event once where nothing is killed', async () => {
	const played = await play(queue, { receiver, urlsOf }, { events: 30, kill: 'none' });
	expect(played).toMatchObject({
		sent: 30,
		calls: 30,
		answered: 30,
		kept: 30,
		doubled: 0,
		missing: [],
	});
});

it('loses no more than a killed worker had in hand, and goes on with another one', async () => {
	const before = queue.workers[0].pid;
	const options = { firstNumber: 31, events: 30, kill: 'worker' } as const;
	const played = await play(queue, { receiver, urlsOf }, options);
	expect(played).toMatchObject({ sent: 30, answered: 30, doubled: 0 });
	expect(played.missing.length).toBeLessThanOrEqual(IN_HAND);
	expect(played.kept).toBe(30 - played.missing.length);
	expect(queue.workers[0].pid).not.toBe(before);
});

describe('the event log', () => eventLogInQueueMode(() => queue));

it('ends with all its processes', async () => {
	const ports = [...processes().map(({ port }) => port), queue.postgres.port];
	await queue.stop();
	expect(processes().map(({ pid }) => pid)).toEqual(Array(5).fill(undefined));
	for (const port of ports) expect(await isPortTaken(port)).toBe(false);
});

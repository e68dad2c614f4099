import { SentEvents } from '../../bench/sentEvents';
import { fixture } from '../support/fixtures';

const sent = (file: string, values: object = {}) => ({
	vendor: file.split('/')[0] ?? '',
	at: '2026-06-01T08:00:00.000Z',
	url: 'https://n8n.example.com/webhook/x/webhook',
	body: fixture(file),
	status: 200,
	accepted: true,
	response: '{"received":true}',
	...values,
});
const DELIVERED = 'radaro/04-job-status-delivered.json';
const FAILED = 'radaro/06-job-status-failed.json';

it('counts an event once, however often it was sent, and each answer', () => {
	const events = new SentEvents('Etc/UTC');
	events.add(sent(DELIVERED, { status: null, accepted: false, response: '' }));
	expect([events.size, events.answered, events.isOpen('radaro')]).toEqual([1, 0, true]);
	events.add(sent(DELIVERED));
	events.add(sent(DELIVERED));
	events.add(sent(FAILED));
	expect([events.size, events.answered, events.isOpen('radaro')]).toEqual([2, 2, false]);
	expect(events.all.map(({ calls, answers }) => [calls, answers])).toEqual([
		[3, 2],
		[1, 1],
	]);
});

it('takes what starts nothing by rule for no event', () => {
	const events = new SentEvents('Etc/UTC');
	events.add(sent(DELIVERED, { response: '{"received":true,"ignored":"not selected"}' }));
	events.add(sent('detrack/v2_completed.json', { status: 401, accepted: false, response: '' }));
	expect(events.size).toBe(0);
	events.add(sent('detrack/v2_completed.json'));
	expect(events.all).toMatchObject([{ vendor: 'detrack', calls: 1, answers: 1 }]);
});

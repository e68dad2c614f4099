import { outcomeOf, testUrlOf } from '../../../sandbox/core/outcome';

const URL = 'http://127.0.0.1:5678/webhook/4a1f/radaro';
const TEST_URL = 'http://127.0.0.1:5678/webhook-test/4a1f/radaro';

const at = (url: string, status: number | null, response: unknown = '', error?: string) =>
	outcomeOf({
		url,
		status,
		accepted: status === 200,
		error: error ?? null,
		response: typeof response === 'string' ? response : JSON.stringify(response),
	});

// What a trigger answers stands in docs/delivery-event.md#answers, what n8n says in its own code.
it.each([
	['an event that is wanted', 200, { received: true }, 'started', null],
	['an answer without content', 200, '', 'started', null],
	[
		'an event that no choice is for',
		200,
		{ received: true, ignored: 'This event is not among the events selected in the trigger.' },
		'leftOut',
		'This event is not among the events selected in the trigger.',
	],
	[
		'a call without proof',
		401,
		{ message: 'This call was refused: it does not prove that it comes from Radaro.' },
		'refused',
		'This call was refused: it does not prove that it comes from Radaro.',
	],
	[
		'an address of no workflow',
		404,
		{ code: 404, message: 'The requested webhook "POST 4a1f/radaro" is not registered.' },
		'refused',
		'No published workflow in n8n has this address.',
	],
	['a page of another program', 404, '<h1>Not found</h1>', 'refused', 'The answer was 404.'],
	['a workflow that failed', 500, { message: 'Error in workflow' }, 'failed', 'Error in workflow'],
	['a redirection', 302, '', 'failed', 'The answer was 302.'],
])('tells of %s', (_what, status, response, outcome, reason) => {
	expect(at(URL, status, response)).toEqual({ outcome, reason });
});

it('tells why there was no answer', () => {
	const error = 'Nothing listens at this address (ECONNREFUSED).';
	expect(at(URL, null, '', error)).toEqual({ outcome: 'failed', reason: error });
});

it('takes an editor that does not listen for no fault of the event', () => {
	const { outcome, reason } = at(TEST_URL, 404, { message: 'is not registered' });
	expect([outcome, reason]).toEqual(['leftOut', expect.stringContaining('Execute step')]);
	expect(at(TEST_URL, 200, { received: true }).outcome).toBe('started');
});

it('knows the test URL of a production URL', () => {
	expect(testUrlOf(URL)).toBe(TEST_URL);
	expect(testUrlOf(TEST_URL)).toBeNull();
	expect(testUrlOf('https://shop.example/hook')).toBeNull();
});

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
		'The trigger refused it: the secret that was sent is not the one that n8n expects.',
	],
	[
		'an address of no workflow',
		404,
		{ code: 404, message: 'The requested webhook "POST 4a1f/radaro" is not registered.' },
		'refused',
		'No published workflow in n8n has this address. Publish the workflow, or copy the production URL of its trigger again.',
	],
	[
		'a page of another program',
		404,
		'<h1>Not found</h1>',
		'refused',
		'Nothing is known there under this address. Copy the production URL of the trigger again.',
	],
	[
		'a workflow that failed',
		500,
		{ message: 'Error in workflow' },
		'failed',
		'The workflow failed: look under Executions in n8n, which says “Error in workflow”.',
	],
	[
		'a redirection',
		302,
		'',
		'failed',
		'This address leads to another one, which is not called. Enter that one.',
	],
	[
		'a trigger that cannot tell just now',
		503,
		{ message: 'Whether this call comes from RoutiGo cannot be told just now. Send it again.' },
		'failed',
		'Whether this call comes from RoutiGo cannot be told just now. Send it again.',
	],
	[
		'an n8n that brings its database up to date, which says so with 200',
		200,
		'n8n is starting up. Please wait',
		'failed',
		'n8n is still starting. Wait until it runs, and send the event again.',
	],
	[
		'an n8n without its database',
		503,
		{ code: 503, message: 'Database is not ready!' },
		'failed',
		'n8n is still starting. Wait until it runs, and send the event again.',
	],
	[
		'a web page, which no trigger answers with',
		200,
		'<!DOCTYPE html><title>Welcome</title>',
		'failed',
		'A web page answered, and not a trigger. Copy the production URL of the trigger again.',
	],
	['an answer without any word', 500, '', 'failed', 'The answer was 500, without a reason.'],
])('tells of %s', (_what, status, response, outcome, reason) => {
	expect(at(URL, status, response)).toEqual({ outcome, reason });
});

it.each([502, 503, 504])('tells that n8n is not there behind what answers %i', (status) => {
	const { outcome, reason } = at(URL, status, '<h1>Bad Gateway</h1>');
	expect(outcome).toBe('failed');
	expect(reason).toMatch(/n8n does not: it is stopped or still starting/);
});

it.each([
	['ECONNREFUSED', 'n8n cannot be reached at 127.0.0.1:5678: it is stopped or still starting. '],
	['No answer within 10000 ms', 'n8n gave no answer in time at 127.0.0.1:5678.'],
	['ETIMEDOUT', 'n8n gave no answer in time at 127.0.0.1:5678.'],
	['ECONNRESET', 'n8n cut the connection at 127.0.0.1:5678 before it answered'],
	['EPIPE', 'n8n cut the connection at 127.0.0.1:5678 before it answered'],
	['ENOTFOUND', 'No computer with the name “127.0.0.1” is known.'],
	['EAI_AGAIN', 'The name “127.0.0.1” could not be looked up.'],
	['EHOSTUNREACH', 'There is no way through the network to 127.0.0.1:5678.'],
	['ENETUNREACH', 'There is no way through the network to 127.0.0.1:5678.'],
	['EPROTO', 'What answers at 127.0.0.1:5678 does not speak https.'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate of 127.0.0.1:5678 is not trusted here'],
	['CERT_HAS_EXPIRED', 'The certificate of 127.0.0.1:5678 is not trusted here'],
	['HPE_INVALID_CONSTANT', 'What answers at 127.0.0.1:5678 is not n8n.'],
	['ERR_CANCELED', 'It was given up, because the sandbox was started over or closed.'],
	['ESOMETHING', 'The event could not be delivered to 127.0.0.1:5678.'],
	// As a state file of an earlier version has it.
	[
		'Nothing listens at this address (ECONNREFUSED).',
		'n8n cannot be reached at 127.0.0.1:5678: it is stopped',
	],
])('tells a dispatcher why there was no answer: %s', (error, sentence) => {
	const { outcome, reason } = at(URL, null, '', error);
	expect(outcome).toBe('failed');
	expect(reason?.slice(0, sentence.length)).toBe(sentence);
	if (error.startsWith('E')) expect(reason).not.toContain(error);
});

it('names the beginning and the end of a very long name', () => {
	const { reason } = at(
		`http://${'very-long-'.repeat(20)}.example/webhook/a`,
		null,
		'',
		'ENOTFOUND',
	);
	expect(reason).toContain('“very-long-very-long-very-long-…');
	expect(reason).toContain('.example”');
	expect(reason?.length).toBeLessThan(150);
});

it('takes an editor that does not listen for no fault of the event', () => {
	const { outcome, reason } = at(TEST_URL, 404, { message: 'is not registered' });
	expect(outcome).toBe('notListening');
	expect(reason).toContain('Click “Execute step” in the trigger first');
	expect(at(TEST_URL, 200, { received: true }).outcome).toBe('started');
	expect(at(TEST_URL, null, '', 'ECONNREFUSED').outcome).toBe('failed');
});

it('knows the test URL of a production URL', () => {
	expect(testUrlOf(URL)).toBe(TEST_URL);
	expect(testUrlOf(TEST_URL)).toBeNull();
	expect(testUrlOf('https://shop.example/hook')).toBeNull();
});

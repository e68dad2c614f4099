import { contextOf, timeIn } from '../../../../nodes/Routigo/trigger/callContext';

const TIME = '2026-11-26T10:00:00Z';

describe('what a call tells beside its body', () => {
	it('is what the user and RoutiGo have added', () => {
		const query = {
			depot: 'north',
			list: ['a', 'b'],
			lastmileEvent: 'STOP_DONE',
			LastmileType: 'x',
		};
		const headers = { 'X-Env': 'live', 'X-Many': ['1', '2'], 'x-none': undefined };
		expect(contextOf(query, headers, [])).toEqual({
			query: { depot: 'north', list: ['a', 'b'] },
			headers: { 'x-env': 'live', 'x-many': ['1', '2'] },
		});
	});

	it.each([
		...['Authorization', 'proxy-authorization', 'cookie', 'Set-Cookie', 'x-api-key', 'x-auth'],
		...['x-webhook-secret', 'X-Signature', 'x-session-id', 'x-access-token'],
	])('is not %s, also where the user has registered it', (name) => {
		const { headers, query } = contextOf({ [name]: 'v' }, { [name]: 'v' }, [name]);
		expect([headers, query]).toEqual([{}, {}]);
	});

	it('is no proof under another name', () => {
		const values = { a: 'Bearer abc', b: ['x', 'Basic dTpw'] };
		expect(contextOf(values, values, ['a'])).toEqual({ query: {}, headers: {} });
	});

	it.each([
		...['host', 'Connection', 'content-type', 'content-length', 'transfer-encoding', 'accept'],
		...['accept-encoding', 'user-agent', 'forwarded', 'via', 'x-forwarded-for', 'x-real-ip'],
		...['X-Forwarded-Proto', 'cf-ray', 'CF-Connecting-IP', 'x-amzn-trace-id', 'x-request-id'],
		...['traceparent', 'x-request-start', 'true-client-ip', 'x-envoy-attempt-count'],
	])('is not %s of the way, unless the user has registered it', (name) => {
		expect(contextOf({}, { [name]: 'v' }, []).headers).toEqual({});
		const extra = contextOf({}, { [name]: 'v' }, [name.toUpperCase()]).headers;
		expect(extra).toEqual({ [name.toLowerCase()]: 'v' });
	});

	it('may have names that mean something to a computer', () => {
		const odd = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>;
		const { query, headers } = contextOf(odd, odd, []);
		expect([Object.keys(query), Object.keys(headers)]).toEqual([
			Object.keys(odd),
			Object.keys(odd),
		]);
	});
});

describe('the time in a header', () => {
	it.each<[Record<string, unknown>, string | null]>([
		[{ 'x-time': TIME }, TIME],
		[{ 'x-routigo-timestamp': '1795687200' }, '2026-11-26T10:00:00.000Z'],
		[{ 'event-time': '1795687200000' }, '2026-11-26T10:00:00.000Z'],
		[{ 'x-event-date': [TIME, 'later'] }, TIME],
		[{ 'occurred-at': TIME }, TIME],
		[{ date: 'Thu, 26 Nov 2026 10:00:00 GMT' }, '2026-11-26T10:00:00Z'],
		[{ date: 'Thu, 26 Nov 2026 10:00:09 GMT', 'x-time': TIME }, TIME],
		[{ 'x-date': '2026-11-27', 'x-timestamp': TIME }, TIME],
		[{ 'x-timestamp': '2026-11-26T10:00:09Z', 'x-event-time': TIME }, TIME],
		[{ 'x-time': 'soon', 'x-env': TIME, 'x-time-zone': TIME, 'x-timeout': '1795687200' }, null],
		[{ 'x-response-time': '1795687200', 'x-delivery-date': '2026-11-26' }, null],
		[{ 'x-retry-time': TIME, 'x-planned-time': TIME }, null],
		[{}, null],
	])('in %j is %p', (headers, time) => {
		expect(timeIn(headers, [])).toBe(time);
	});

	it('is not what the user has registered, which never changes', () => {
		expect(timeIn({ 'x-release-time': TIME, 'x-time': TIME }, ['X-Time'])).toBeNull();
	});
});

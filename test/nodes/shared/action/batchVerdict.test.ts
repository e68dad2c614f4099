import { type INode, NodeApiError } from 'n8n-workflow';

import { type BatchReading, verdictOn } from '../../../../nodes/shared/action/batchVerdict';
import type { ApiAnswer } from '../../../../nodes/shared/api/apiClient';
import { partly } from '../../../support/mock';

const errorWith = (message: string) =>
	new NodeApiError(partly<INode>({ name: 'Test' }), {}, { message });

/** A vendor that answers with a list of numbers, or with a text where nothing is told of a job. */
const reading: BatchReading<string> = {
	answersIn: ({ body }) =>
		Array.isArray(body) ? body.map((id: unknown) => ({ result: { id: Number(id) } })) : undefined,
	failureOf: ({ status }, job) => errorWith(`${status} for ${job ?? 'all'}`),
};

const answerWith = (status: number, body?: unknown): ApiAnswer => ({
	status,
	body,
	retryAfter: null,
});

/** A verdict with the message of each failure in its place. */
function verdict(
	answer: ApiAnswer | NodeApiError,
	jobs = ['a', 'b'],
	more: Partial<BatchReading<string>> = {},
): unknown {
	const { failure, reasons, ...rest } = {
		failure: undefined,
		reasons: undefined,
		...verdictOn(answer, jobs, { ...reading, ...more }),
	};
	return {
		...rest,
		...(failure && { failure: failure.message }),
		...(reasons && { reasons: reasons.map((reason) => reason?.message) }),
	};
}

it('takes a request without an answer for lost', () => {
	expect(verdict(errorWith('no connection'))).toEqual({ kind: 'lost', failure: 'no connection' });
});

it.each([200, 202, 207, 400, 422])('reads what an answer with status %i says of jobs', (status) => {
	expect(verdict(answerWith(status, [7, 8]))).toEqual({
		kind: 'answered',
		answers: [{ result: { id: 7 } }, { result: { id: 8 } }],
	});
});

it.each([500, 502, 503, 504])('takes status %i for lost, whatever the answer says', (status) => {
	expect(verdict(answerWith(status, [7, 8]))).toEqual({
		kind: 'lost',
		failure: `${status} for all`,
	});
});

it.each<[string, ApiAnswer]>([
	['nothing', answerWith(200)],
	['a web page', answerWith(200, '<html></html>')],
	['something else', answerWith(299, 'ok')],
])('takes a good status with %s for lost: the jobs may be done', (_what, answer) => {
	expect(verdict(answer)).toEqual({ kind: 'lost', failure: `${answer.status} for all` });
});

describe.each([300, 301, 302, 303, 307, 308, 401, 403, 404, 405, 429])(
	'status %i, after which no job has a chance',
	(status) => {
		it('stops, whatever the answer says', () => {
			expect(verdict(answerWith(status, [7, 8]))).toEqual({
				kind: 'stopped',
				failure: `${status} for all`,
			});
		});

		it('does not where the vendor knows it to be about the jobs', () => {
			const more = { isAboutJobs: ({ body }: ApiAnswer) => body !== 'wrong key' };
			expect(verdict(answerWith(status, 'unknown'), ['a', 'b'], more)).toEqual({
				kind: 'refused',
				failure: `${status} for all`,
				reasons: [],
			});
			expect(verdict(answerWith(status, [7, 8]), ['a', 'b'], more)).toMatchObject({
				kind: 'answered',
			});
			expect(verdict(answerWith(status, 'wrong key'), ['a', 'b'], more)).toMatchObject({
				kind: 'stopped',
			});
		});
	},
);

it.each([400, 409, 413, 422])('takes any other status, such as %i, for a refusal', (status) => {
	expect(verdict(answerWith(status, 'no'))).toEqual({
		kind: 'refused',
		failure: `${status} for all`,
		reasons: [],
	});
});

it('keeps the reasons of a refusal that names jobs', () => {
	const more = { reasonsIn: () => [undefined, errorWith('b is bad')] };
	expect(verdict(answerWith(400, 'no'), ['a', 'b'], more)).toEqual({
		kind: 'refused',
		failure: '400 for all',
		reasons: [undefined, 'b is bad'],
	});
});

it.each<[string, ApiAnswer]>([
	['refused', answerWith(400)],
	['lost', answerWith(500)],
	['stopped', answerWith(401)],
])('names the only job of a request that is %s', (kind, answer) => {
	expect(verdict(answer, ['a'])).toMatchObject({ kind, failure: `${answer.status} for a` });
});

it('makes no words for a good answer', () => {
	const failureOf = jest.fn(reading.failureOf);
	verdict(answerWith(200, [7, 8]), ['a', 'b'], { failureOf });
	expect(failureOf).not.toHaveBeenCalled();
});

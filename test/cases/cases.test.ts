import axios from 'axios';

import { errorOf } from '../support/runOperation';
import { useBench } from '../support/standInBench';
import { detrack } from './detrack';
import { radaro } from './radaro';
import { readycloud } from './readycloud';
import { routigo } from './routigo';

/** Small inputs that once gave a wrong value somewhere, each with the right one. */
describe.each([radaro, routigo, detrack, readycloud])('$slug', (table) => {
	const bench = useBench(table.bench);

	for (const each of table.triggers) {
		it(`reads ${each.what}`, async () => {
			const { status, items } = await table.call(each.call);
			expect([status, items?.length ?? 0]).toEqual([each.status ?? 200, each.rows ?? 1]);
			expect(items?.[0] ?? {}).toMatchObject(each.row ?? {});
			for (const [column, wrong] of Object.entries(each.not ?? {})) {
				expect(items?.[0]).not.toHaveProperty(column, wrong);
			}
		});
	}

	for (const each of table.operations) {
		it(`${each.operation}: ${each.what}`, async () => {
			await bench.settings(each.settings ?? {});
			await each.prepare?.();
			const run = bench.run(each.operation, each.parameters, each.options);
			if (each.error === undefined) {
				const given = (await run).items.map(({ json }) => json);
				expect(given.slice(0, each.items?.length ?? 0)).toMatchObject(each.items ?? []);
				expect(given).toHaveLength(each.count ?? given.length);
			} else {
				const { message, description } = await errorOf(run);
				expect(`${message} ${description}`).toMatch(each.error);
			}
			if (each.sent !== undefined) {
				const request = await bench.lastRequest(each.sent.method);
				expect(request?.body).toMatchObject(each.sent.body);
			}
		});
	}

	for (const each of table.standIn) {
		it(`answers ${each.what}`, async () => {
			await bench.settings(each.settings ?? {});
			await each.prepare?.();
			const { status, data, headers } = await axios.request<object>({
				method: each.method,
				url: bench.baseUrl + each.path,
				data: each.body,
				headers: { ...table.proof.headers, ...each.headers },
				params: table.proof.params,
				validateStatus: () => true,
			});
			expect(status).toBe(each.status);
			if (each.answer !== undefined) expect(data).toMatchObject(each.answer);
			expect(headers).toMatchObject(each.answerHeaders ?? {});
		});
	}
});

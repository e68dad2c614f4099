import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { IDataObject } from 'n8n-workflow';

import { minimalJob, runDetrack } from '../../../support/detrack';
import { fixture } from '../../../support/fixtures';
import { ScriptedServer } from '../../../support/scripted';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is in use, in megabytes, once everything else is thrown away. */
function inUse(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed / 1024 / 1024;
}

it('creates 5,000 jobs with 50 requests, in less than 50 MB above the input', async () => {
	const job = fixture('detrack/v2_in_progress.json') as IDataObject;
	const sizes: number[] = [];
	let most = 0;
	const server = await ScriptedServer.start(({ body }) => {
		const { data } = body as { data: IDataObject[] };
		sizes.push(data.length);
		// The whole bodies that the server remembers are the test's, not the node's.
		server.asked.length = 0;
		if (sizes.length % 10 === 0) most = Math.max(most, inUse());
		return { body: { data: data.map((sent) => ({ ...job, ...sent })) } };
	});
	try {
		const items = Array.from({ length: 5000 }, (_value, index) => ({ id: `B-${index}` }));
		const before = inUse();
		const run = await runDetrack(server.url, 'createMany', minimalJob(), { items });
		expect(sizes).toEqual(Array.from({ length: 50 }, () => 100));
		expect(run.items.map(({ json }) => json.reference)).toEqual(items.map(({ id }) => id));
		expect(Math.max(most, inUse()) - before).toBeLessThan(50);
	} finally {
		await server.stop();
	}
}, 120_000);

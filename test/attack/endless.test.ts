import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { IDataObject } from 'n8n-workflow';

import { runDetrack } from '../support/detrack';
import { runRadaro } from '../support/radaro';
import type { Run } from '../support/executeNode';
import { locator, runReadyCloud } from '../support/readycloud';
import { ROUTIGO_SANDBOX } from '../support/routigo';
import { runOperation } from '../support/runOperation';

/** A hundredth of the limit, so that nobody waits for what is sent to it. */
jest.mock('../../nodes/shared/api/limits', () => ({
	...jest.requireActual<object>('../../nodes/shared/api/limits'),
	LONGEST_ANSWER: 1_000_000,
}));

/** How a peer answers that wants to fill n8n's memory. */
let answer: (response: ServerResponse) => void;
let server: Server;
let url = '';
let open = 0;
beforeAll(async () => {
	server = createServer((_request, response) => answer(response));
	server.on('connection', (socket) => {
		open++;
		socket.on('close', () => open--);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const PART = Buffer.alloc(100_000, '{},');

/** A list that goes on as long as somebody reads it. */
function endless(response: ServerResponse): void {
	response.write('[');
	const more = (): void => {
		while (!response.destroyed && response.write(PART));
	};
	response.on('drain', more);
	more();
}

const PACKED = gzipSync(Buffer.alloc(1_010_000, ' '));

/** A kilobyte that becomes more than a thousand. */
function packed(response: ServerResponse): void {
	response.setHeader('content-type', 'application/json');
	response.setHeader('content-encoding', 'gzip');
	response.end(PACKED);
}

const LISTS: Record<string, () => Promise<Run>> = {
	Radaro: async () => await runRadaro(url, 'getMany', {}),
	Detrack: async () => await runDetrack(url, 'getMany', {}),
	RoutiGo: async () =>
		await runOperation(ROUTIGO_SANDBOX, 'webhook.getMany', {}, { credential: { baseUrl: url } }),
	ReadyCloud: async () =>
		await runReadyCloud(url, 'order.getMany', {
			organizationId: locator('id', 'K7p'),
		} as IDataObject),
};

it.each(
	Object.entries(LISTS).flatMap(([vendor, run]) => [
		[vendor, 'goes on for ever', endless, run] as const,
		[vendor, 'is small only while it is packed', packed, run] as const,
	]),
)('%s: an answer that %s is given up', async (vendor, _how, how, run) => {
	answer = how;
	await expect(run()).rejects.toThrow(`The answer of ${vendor} is larger than 1 MB`);
	for (let tries = 0; open > 0 && tries < 20; tries++) await wait(50);
	expect(open).toBe(0);
});

it('so is a refusal', async () => {
	answer = (response) => {
		response.statusCode = 400;
		endless(response);
	};
	await expect(LISTS.Detrack?.()).rejects.toThrow('The answer of Detrack is larger than 1 MB');
});

it('an answer below the limit is read whole', async () => {
	const jobs = Array.from({ length: 99 }, (_, at) => ({ id: `${at}`, note: 'x'.repeat(10_000) }));
	answer = (response) => response.end(JSON.stringify({ data: jobs }));
	expect((await LISTS.Detrack?.())?.items).toHaveLength(50);
});

import { Agent, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import axios from 'axios';

import { Balancer } from '../../../bench/queue/balancer';

const servers: Server[] = [];

/** Somebody who answers with a name, or cuts the connection off where there is none; gives the port. */
async function someone(name?: string): Promise<number> {
	const server = createServer((request, response) => {
		if (name === undefined) request.socket.destroy();
		else response.end(name);
	});
	servers.push(server);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return (server.address() as AddressInfo).port;
}

async function ask({ url }: Balancer): Promise<string> {
	// A connection for each call, as the sandbox's services make one.
	const httpAgent = new Agent({ keepAlive: false });
	return await axios.post<string>(url, 'x', { httpAgent, proxy: false }).then(
		({ data }) => data,
		() => 'no answer',
	);
}

afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

it('hands calls to all by turns, and passes by one that does not listen', async () => {
	const [first, second] = [await someone('first'), await someone('second')];
	const balancer = await Balancer.start([first, second]);
	expect([await ask(balancer), await ask(balancer)].sort()).toEqual(['first', 'second']);
	servers.shift()?.close();
	for (let call = 0; call < 4; call++) expect(await ask(balancer)).toBe('second');
	await balancer.close();
});

it('cuts the caller off where the one that it has handed to cuts off, or nobody listens', async () => {
	const balancer = await Balancer.start([await someone()]);
	expect(await ask(balancer)).toBe('no answer');
	servers.shift()?.close();
	expect(await ask(balancer)).toBe('no answer');
	await balancer.close();
});

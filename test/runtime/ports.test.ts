import { createServer } from 'node:net';

import { freePort, freePorts, isPortTaken } from '../../runtime/ports';

async function occupied<T>(task: (port: number) => Promise<T>): Promise<T> {
	const port = await freePort();
	const server = createServer();
	await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
	try {
		return await task(port);
	} finally {
		await new Promise((closed) => server.close(closed));
	}
}

describe('ports', () => {
	it('finds different ports that can be had', async () => {
		const ports = await freePorts(3);
		expect(new Set(ports).size).toBe(3);
		for (const port of ports) expect(await isPortTaken(port)).toBe(false);
	});

	it('knows of one that somebody listens on', async () => {
		await occupied(async (port) => expect(await isPortTaken(port)).toBe(true));
	});
});

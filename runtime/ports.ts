import { listen } from './plain/ports.cjs';

export { isPortTaken } from './plain/ports.cjs';

/** A TCP port on loopback that nothing listens on. */
export async function freePort(): Promise<number> {
	return (await freePorts(1))[0] as number;
}

/** Several different free ports; they are held until all are found. */
export async function freePorts(count: number): Promise<number[]> {
	const servers = await Promise.all(Array.from({ length: count }, async () => await listen(0)));
	const ports = servers.map((server) => {
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('no TCP port');
		return address.port;
	});
	await Promise.all(servers.map(async (server) => await new Promise((done) => server.close(done))));
	return ports;
}

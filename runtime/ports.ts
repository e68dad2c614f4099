import { createServer } from 'node:net';

import { UserError } from './plain/errors.cjs';

const LOOPBACK = '127.0.0.1';

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

/** Whether something on this machine listens on the loopback port already. */
export async function isPortTaken(port: number, host = LOOPBACK): Promise<boolean> {
	try {
		const server = await listen(port, host);
		await new Promise((done) => server.close(done));
		return false;
	} catch {
		return true;
	}
}

export interface NamedPort {
	/** What wants to listen there, e.g. `n8n`. */
	name: string;
	/** Option of the command that chooses another one, e.g. `--n8n-port`. */
	option: string;
	port: number;
}

/** Throws a UserError for the first port that cannot be had, naming the way to another one. */
export async function requirePorts(ports: readonly NamedPort[]): Promise<void> {
	const seen = new Map<number, string>();
	for (const { name, option, port } of ports) {
		const other = seen.get(port);
		if (other !== undefined && port !== 0) {
			throw new UserError(
				`${name} and ${other} cannot both use port ${port}. ${advice(option, port)}`,
			);
		}
		seen.set(port, name);
		if (port !== 0 && (await isPortTaken(port))) {
			throw new UserError(
				`Port ${port}, meant for ${name}, is in use by another program on this computer. Stop that program, or choose another port. ${advice(option, port)}`,
			);
		}
	}
}

function advice(option: string, port: number): string {
	return `For example: npm start -- ${option} ${port < 65_525 ? port + 10 : port - 10}`;
}

async function listen(port: number, host = LOOPBACK): Promise<ReturnType<typeof createServer>> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, host, () => resolve(server));
	});
}

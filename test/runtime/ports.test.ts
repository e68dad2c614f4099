import { createServer } from 'node:net';

import { UserError } from '../../runtime/plain/errors.cjs';
import { freePort, freePorts, isPortTaken, requirePorts } from '../../runtime/ports';

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

	it('names the port, what wanted it, and the option that chooses another', async () => {
		await occupied(async (port) => {
			const wanted = [{ name: 'n8n', option: '--n8n-port', port }];
			const error: unknown = await requirePorts(wanted).catch((thrown: unknown) => thrown);
			expect(error).toBeInstanceOf(UserError);
			expect(String(error)).toContain(`Port ${port}, meant for n8n, is in use`);
			expect(String(error)).toContain('npm start -- --n8n-port');
		});
	});

	it('refuses one port for two things', async () => {
		const port = await freePort();
		const twice = requirePorts([
			{ name: 'n8n', option: '--n8n-port', port },
			{ name: 'the mail server', option: '--smtp-port', port },
		]);
		await expect(twice).rejects.toThrow(/cannot both use port/);
	});
});

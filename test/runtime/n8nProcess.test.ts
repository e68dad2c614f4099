import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { N8nInstallation } from '../../runtime/install';
import { N8nProcess } from '../../runtime/n8nProcess';
import { freePorts } from '../../runtime/ports';

/** Ends in order at the first SIGTERM, as n8n does, and at once at a second one. */
const STAND_IN = `
	const server = require('node:http').createServer((_, answer) => answer.end());
	server.listen(process.env.N8N_PORT, '127.0.0.1');
	process.once('SIGTERM', () => setTimeout(() => {
		require('node:fs').writeFileSync('ended.txt', 'in order');
		process.exit();
	}, 300));
`;

let userFolder: string;

beforeEach(async () => {
	userFolder = await mkdtemp(join(tmpdir(), 'lastmile-process-'));
});
afterEach(async () => await rm(userFolder, { recursive: true, force: true }));

it('lets n8n end in order, however many want it to end', async () => {
	const n8nBinary = join(userFolder, 'n8n.cjs');
	await writeFile(n8nBinary, STAND_IN);
	const [port = 0, brokerPort = 0] = await freePorts(2);
	const installation = { nodeBinary: process.execPath, n8nBinary } as N8nInstallation;
	const host = '127.0.0.1';
	const n8n = new N8nProcess({
		installation,
		command: 'worker',
		host,
		port,
		brokerPort,
		userFolder,
	});
	await n8n.start();
	await Promise.all([n8n.stop(), n8n.stop()]);
	expect(n8n.pid).toBeUndefined();
	expect(await readFile(join(userFolder, 'ended.txt'), 'utf8')).toBe('in order');
});

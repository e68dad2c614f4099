import { parseArgs } from 'node:util';

import { startSandbox } from './index';

const USAGE =
	'Usage: node --import tsx sandbox/main.ts [--port 5700] [--smtp-port 5725] [--state file]';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5700' },
			'smtp-port': { type: 'string', default: '5725' },
			state: { type: 'string' },
		},
	});
	const sandbox = await startSandbox({
		port: Number(values.port),
		smtpPort: Number(values['smtp-port']),
		stateFile: values.state,
		log: (line) => console.log(line),
	});
	console.log(`Sandbox: ${sandbox.url}  Mail: 127.0.0.1:${sandbox.smtpPort}  Ctrl-C ends it.`);
	const end = (): void => void sandbox.close();
	process.once('SIGINT', end).once('SIGTERM', end);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.error(USAGE);
	process.exitCode = 1;
});

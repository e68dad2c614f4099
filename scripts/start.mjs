// `npm start`.
import { isLocked } from '../runtime/plain/lock.cjs';
import { CURRENT_N8N, demoHome } from '../runtime/plain/places.cjs';
import { load, runCommand } from './lib/bootstrap.mjs';
import { checkMachine } from './lib/needs.mjs';
import { parseOptions, USAGE } from './lib/options.cjs';

const args = process.argv.slice(2);

await runCommand(async () => {
	const { help, n8nPort, sandboxPort, smtpPort } = parseOptions(args);
	if (help) return console.log(USAGE);
	const ports = [
		{ name: 'n8n', option: '--n8n-port', port: n8nPort },
		{ name: 'the sandbox', option: '--sandbox-port', port: sandboxPort },
		{ name: "the sandbox's mail server", option: '--smtp-port', port: smtpPort },
	];
	// Of a demo that runs already, its own sentence tells; its ports are no other program's.
	const isRunning = await isLocked(`${demoHome()}.lock`);
	await checkMachine({ n8n: [CURRENT_N8N], demo: true, ports: isRunning ? [] : ports });
	const { start } = await load('./scripts/start.ts');
	await start(args);
});

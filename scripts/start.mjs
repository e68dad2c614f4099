// `npm start`.
import { UserError } from '../runtime/plain/errors.cjs';
import { isLocked } from '../runtime/plain/lock.cjs';
import { CURRENT_N8N, demoHome } from '../runtime/plain/places.cjs';
import { load, runCommand } from './lib/bootstrap.mjs';
import { checkMachine } from './lib/needs.mjs';
import { parseOptions, portsOf, RUNNING, USAGE } from './lib/options.cjs';

const args = process.argv.slice(2);

await runCommand(async () => {
	const options = parseOptions(args);
	if (options.help) return console.log(USAGE);
	// Before anything that takes minutes. Its ports are no other program's.
	if (await isLocked(`${demoHome()}.lock`)) throw new UserError(RUNNING);
	await checkMachine({ n8n: [CURRENT_N8N], demo: true, ports: portsOf(options) });
	const { start } = await load('./scripts/start.ts');
	await start(args);
});

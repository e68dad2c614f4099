// `npm run queue`.
import { load, runCommand } from './lib/bootstrap.mjs';

await runCommand(async () => {
	const { queue } = await load('./bench/queue/index.ts');
	await queue(process.argv.slice(2));
});

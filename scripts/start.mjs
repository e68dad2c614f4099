// `npm start`.
import { load, runCommand } from './lib/bootstrap.mjs';

await runCommand(async () => {
	const { start } = await load('./scripts/start.ts');
	await start(process.argv.slice(2));
});

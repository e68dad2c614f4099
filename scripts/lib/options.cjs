// Plain JavaScript with Node built-ins only: it runs before the dependencies are there.
const { parseArgs } = require('node:util');

const { UserError } = require('../../runtime/plain/errors.cjs');

const USAGE = `npm start                 starts n8n with the event log, and the sandbox
npm start -- <options>

  --n8n-port <number>      port of n8n (5678)
  --sandbox-port <number>  port of the sandbox (5700)
  --smtp-port <number>     port of the sandbox's mail server (5725)
  --fresh                  forgets everything that earlier starts have kept
  --help                   shows this

n8n is installed into the folder LASTMILE_CACHE (~/.cache/n8n-nodes-lastmile); what you make is
kept in the folder LASTMILE_HOME (~/.local/share/n8n-nodes-lastmile/demo).`;

function parseOptions(args) {
	const values = parse(args);
	return {
		n8nPort: port('--n8n-port', values['n8n-port'], 5678),
		sandboxPort: port('--sandbox-port', values['sandbox-port'], 5700),
		smtpPort: port('--smtp-port', values['smtp-port'], 5725),
		fresh: values.fresh ?? false,
		help: values.help ?? false,
	};
}

function parse(args) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				'n8n-port': { type: 'string' },
				'sandbox-port': { type: 'string' },
				'smtp-port': { type: 'string' },
				fresh: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new UserError(`${reason}\n\n${USAGE}`);
	}
}

function port(option, value, otherwise) {
	if (value === undefined) return otherwise;
	const number = Number(value);
	if (Number.isInteger(number) && number >= 1 && number <= 65_535) return number;
	throw new UserError(`${option} needs a number from 1 to 65535, not “${value}”.`);
}

/** The ports that a start wants, with what listens there and the option that chooses another one. */
function portsOf({ n8nPort, sandboxPort, smtpPort }) {
	return [
		{ name: 'n8n', option: '--n8n-port', port: n8nPort },
		{ name: 'the sandbox', option: '--sandbox-port', port: sandboxPort },
		{ name: "the sandbox's mail server", option: '--smtp-port', port: smtpPort },
	];
}

/** What to do where a demo runs already. */
const RUNNING =
	'The demo is running already. Use that one, or end it with Ctrl-C in its window first. A second one beside it needs a folder and ports of its own, for example: LASTMILE_HOME=~/second npm start -- --n8n-port 5688 --sandbox-port 5710 --smtp-port 5735';

module.exports = { parseOptions, portsOf, RUNNING, USAGE };

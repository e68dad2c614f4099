import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import type { FastifyInstance } from 'fastify';

import { refuseForeign } from './core/guard';

const FOLDER = join(__dirname, 'page');
const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.css': 'text/css',
	'.js': 'text/javascript',
};

const HEADERS = {
	'cache-control': 'no-cache',
	'x-content-type-options': 'nosniff',
	// Should a job's name ever end up as markup, it still cannot load or run anything.
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** The page for a person: plain files. */
export function addPageRoutes(app: FastifyInstance): void {
	for (const file of readdirSync(FOLDER)) {
		const type = TYPES[extname(file)];
		if (type === undefined) continue;
		const path = file === 'index.html' ? '/' : `/${file}`;
		app.get(path, { onRequest: refuseForeign }, async (_request, reply) => {
			const text = await readFile(join(FOLDER, file), 'utf8');
			return reply.headers(HEADERS).type(`${type}; charset=utf-8`).send(text);
		});
	}
}

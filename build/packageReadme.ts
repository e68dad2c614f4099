import path from 'node:path';

import manifest from '../package.json';

const REPOSITORY = manifest.homepage.replace('#readme', '');

/** What the page in `docs/` need not say, because there the README says it. */
const install = (name: string): string => `## Install

In n8n, open _Settings → Community Nodes → Install_, enter \`${name}\`, confirm and install. With self-hosted n8n in queue mode, install the same version on the main process, on every worker and on every webhook process.

The nodes are the same as in [${manifest.name}](${REPOSITORY}), which is for several services at once. Install one of the two, not both.

`;

const LICENCE = `
## Licence

[MIT](${REPOSITORY}/blob/main/LICENSE)
`;

/** The README of a service's package: its page in `docs/`, readable outside the repository. */
export function readmeOf(name: string, page: string): string {
	const linked = page.replace(
		/\]\((?!https?:|mailto:|#)([^)\s]+)\)/g,
		(_link, target: string) => `](${REPOSITORY}/blob/main/${path.posix.join('docs', target)})`,
	);
	return (
		linked
			.replace(/^# .*$/m, `# ${name}`)
			.replace(/^## /m, `${install(name)}## `)
			.trimEnd() + `\n${LICENCE}`
	);
}

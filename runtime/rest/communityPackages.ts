import { z } from 'zod';

import type { Session } from './session';

const communityPackage = z.object({
	packageName: z.string(),
	installedVersion: z.string(),
	/** Types with the package's name before them, e.g. `n8n-nodes-lastmile.radaro`. */
	installedNodes: z.array(z.object({ name: z.string(), type: z.string() })),
});
export type CommunityPackage = z.infer<typeof communityPackage>;

/** What *Settings > Community nodes* does: n8n's own installation, from npm's registry. */
export function communityPackageCalls(session: Session) {
	const change = async (action: string, method: 'POST' | 'PATCH', body: object) =>
		await session.call({
			action: `${action} the package`,
			method,
			path: 'community-packages',
			body,
			answer: communityPackage,
		});
	return {
		async installPackage(name: string): Promise<CommunityPackage> {
			return await change('install', 'POST', { name });
		},

		async updatePackage(name: string, version: string): Promise<CommunityPackage> {
			return await change('update', 'PATCH', { name, version });
		},

		async uninstallPackage(name: string): Promise<void> {
			await session.call({
				action: 'uninstall the package',
				method: 'DELETE',
				path: 'community-packages',
				query: { name },
				answer: z.unknown(),
			});
		},

		async listPackages(): Promise<CommunityPackage[]> {
			const answer = z.array(communityPackage);
			return await session.call({
				action: 'list its packages',
				path: 'community-packages',
				answer,
			});
		},
	};
}

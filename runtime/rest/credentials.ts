import { z } from 'zod';

import type { Session } from './session';

export interface CredentialInput {
	name: string;
	/** n8n's name of the credential type, e.g. `radaroApi`. */
	type: string;
	data: Record<string, unknown>;
}

const credential = z.object({ id: z.string(), name: z.string(), type: z.string() });
export type Credential = z.infer<typeof credential>;

const testResult = z.object({ status: z.string(), message: z.string() });
export type CredentialTest = z.infer<typeof testResult>;

export function credentialCalls(session: Session) {
	return {
		async createCredential(input: CredentialInput): Promise<Credential> {
			return await session.call({
				action: `save the credential “${input.name}”`,
				method: 'POST',
				path: 'credentials',
				body: input,
				answer: credential,
			});
		},

		/** Replaces name and data. */
		async updateCredential(id: string, input: CredentialInput): Promise<Credential> {
			return await session.call({
				action: `change the credential “${input.name}”`,
				method: 'PATCH',
				path: `credentials/${id}`,
				body: input,
				answer: credential,
			});
		},

		async deleteCredential({ id, name }: Credential): Promise<void> {
			await session.call({
				action: `delete the credential “${name}”`,
				method: 'DELETE',
				path: `credentials/${id}`,
				answer: z.unknown(),
			});
		},

		async listCredentials(): Promise<Credential[]> {
			return await session.call({
				action: 'list its credentials',
				path: 'credentials',
				answer: z.array(credential),
			});
		},

		/**
		 * What the editor's test says about a saved credential, `status` being `OK` or `Error`.
		 * Like the editor, it sends back the data it is shown, in which n8n has hidden the secrets.
		 */
		async testCredential({ id, name, type }: Credential): Promise<CredentialTest> {
			const { data } = await session.call({
				action: `open the credential “${name}”`,
				path: `credentials/${id}`,
				query: { includeData: 'true' },
				answer: z.object({ data: z.record(z.string(), z.unknown()) }),
			});
			return await session.call({
				action: `test the credential “${name}”`,
				method: 'POST',
				path: 'credentials/test',
				body: { credentials: { id, name, type, data } },
				answer: testResult,
			});
		},
	};
}

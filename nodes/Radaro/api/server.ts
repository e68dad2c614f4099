import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Explanation } from '../../shared/api/apiErrors';
import { pastedOrNull } from '../../shared/basic/pasted';

/** Why the server number in a credential is none, or `null`, also where another server is used. */
export function serverFlaw({
	server,
	useOtherServer,
	baseUrl,
}: ICredentialDataDecryptedObject): Explanation | null {
	const number = Number(server);
	const isOther = useOtherServer === true || pastedOrNull(baseUrl) !== null;
	if (isOther || (Number.isInteger(number) && number >= 1)) return null;
	return {
		message: `The server number in the Radaro credential must be a whole number, but it is "${String(server)}"`,
		description: "Radaro's portal shows it under Settings → General.",
	};
}

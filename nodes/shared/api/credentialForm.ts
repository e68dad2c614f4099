import type { INodeProperties } from 'n8n-workflow';

/**
 * What a credential's form says without a hover: which node it is for, and where its values stand at the
 * service, in the words of the service. Plain text, because n8n takes tags out there, line breaks too.
 */
export function credentialNotice(forWhat: string, where: string): INodeProperties {
	return {
		displayName: `${forWhat} ${where}`,
		name: 'setupNotice',
		type: 'notice',
		default: '',
	};
}

/** What is shown only to those who have switched on that they use another server. n8n drops the rest. */
const OTHER_SERVER = { show: { useOtherServer: [true] } };

/**
 * The fields for another server than the service's own. n8n leaves out what is not shown, so an address
 * counts only while the switch is on.
 *
 * @param placeholder an example of a base URL
 * @param end how it must end, see `VendorWords`
 * @param more further fields that hardly anybody needs
 */
export function otherServerProperties(
	service: string,
	placeholder: string,
	end: string,
	more: readonly INodeProperties[] = [],
): INodeProperties[] {
	const baseUrl: INodeProperties = {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder,
		description: `Replaces ${service}'s own address. It must end ${end}.`,
	};
	return [
		{
			displayName: 'Use Another Server',
			name: 'useOtherServer',
			type: 'boolean',
			default: false,
			description: `Whether to call another address than ${service}'s own. Only if ${service} gave you one, or for tests.`,
		},
		...[baseUrl, ...more].map((property) => ({ ...property, displayOptions: OTHER_SERVER })),
	];
}

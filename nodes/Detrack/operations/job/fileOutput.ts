/** Where the file goes, as n8n's own nodes ask for it. */
export const outputFieldProperty = {
	displayName: 'Put Output File in Field',
	name: 'outputField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
} as const;

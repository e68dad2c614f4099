import { DEMO_VENDORS } from '../../runtime/demo/vendors';
import type { CredentialInput } from '../../runtime/rest';
import { ERP_KEY, ERP_SECRET } from '../../sandbox/erp/defaults';
import type { Node } from './chain';
import { ERPNEXT_HOST, type StoryParts } from './storyParts';
import { nodesOf, VENDORS } from './vendors';

type Data = Record<string, unknown>;

/** What opens a page that n8n serves in a story. */
export const BOARD_LOGIN = { user: 'dispatch', password: 'board-password-0001' };

/**
 * What a user enters for each type of credential of the vendors: that of the demo, but without its base
 * URL, so that their production addresses are tried.
 */
const VENDOR_DATA = new Map<string, Data>(
	DEMO_VENDORS.flatMap((vendor) => vendor.credentials('')).map(({ type, data }) => [
		type,
		'baseUrl' in data ? { ...data, useOtherServer: false, baseUrl: '' } : data,
	]),
);

/** What a user enters for each type of credential of the others. */
const DATA: Record<string, (parts: StoryParts) => Data> = {
	googleSheetsOAuth2Api: ({ google }) => ({
		clientId: 'client.apps.googleusercontent.com',
		clientSecret: 'google-client-secret-0001',
		oauthTokenData: {
			access_token: google.tokens.issue(),
			refresh_token: google.tokens.refreshToken,
			token_type: 'Bearer',
		},
	}),
	googleApi: ({ google }) => ({ email: google.tokens.email, privateKey: google.tokens.privateKey }),
	smtp: ({ smtpPort }) => ({
		host: '127.0.0.1',
		port: smtpPort,
		secure: false,
		disableStartTls: true,
		user: '',
		password: '',
	}),
	erpNextApi: () => ({
		apiKey: ERP_KEY,
		apiSecret: ERP_SECRET,
		environment: 'cloudHosted',
		subdomain: ERPNEXT_HOST.split('.')[0],
		domain: 'erpnext.com',
	}),
	odooApi: ({ odoo }) => ({
		url: odoo.url,
		db: odoo.db,
		username: odoo.username,
		password: odoo.password,
	}),
	odooApiKeyApi: ({ odoo }) => ({ url: odoo.url, db: odoo.db, apiKey: odoo.apiKey }),
	postgres: ({ postgres }) => postgres.credential,
	httpBasicAuth: () => ({ ...BOARD_LOGIN }),
};

export function credentialInput(type: string, parts: StoryParts): CredentialInput {
	const data = VENDOR_DATA.get(type) ?? DATA[type]?.(parts);
	if (!data) throw new Error(`The story has no credential of the type ${type}.`);
	return { name: `Story ${type}`, type, data };
}

/** The type of credential that a node takes in a story. */
const BY_NODE: Record<string, string | undefined> = {
	...Object.fromEntries(
		VENDORS.flatMap(nodesOf).map(({ description }) => [
			`n8n-nodes-lastmile.${description.name}`,
			description.credentials?.[0]?.name,
		]),
	),
	'n8n-nodes-base.googleSheets': 'googleSheetsOAuth2Api',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.erpNext': 'erpNextApi',
	'n8n-nodes-base.odoo': 'odooApiKeyApi',
	'n8n-nodes-base.postgres': 'postgres',
};
/** What a node's "Authentication" says where it is not the name of the credential. */
const BY_AUTHENTICATION: Record<string, string> = {
	serviceAccount: 'googleApi',
	odooApi: 'odooApi',
	basicAuth: 'httpBasicAuth',
};

export function credentialTypeOf({ type, parameters }: Node): string | undefined {
	const given = typeof parameters === 'object' && parameters !== null ? parameters : {};
	// An HTTP Request with a predefined type of credential.
	if ('nodeCredentialType' in given) return String(given.nodeCredentialType);
	const authentication = 'authentication' in given ? String(given.authentication) : '';
	return BY_AUTHENTICATION[authentication] ?? BY_NODE[type];
}

/** The types of credential that nodes take, each once. */
export function credentialTypesOf(nodes: Node[]): string[] {
	return [...new Set(nodes.flatMap((node) => credentialTypeOf(node) ?? []))];
}

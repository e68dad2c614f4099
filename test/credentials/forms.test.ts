import {
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	NodeHelpers,
} from 'n8n-workflow';

import { VENDORS } from '../support/vendors';

const CREDENTIALS = VENDORS.flatMap(({ credentials }) => credentials);
const WITH_SERVER = CREDENTIALS.filter(({ properties }) =>
	properties.some(({ name }) => name === 'baseUrl'),
);

/** What n8n hands to the nodes of what a credential holds. */
const handedOut = (type: ICredentialType, data: ICredentialDataDecryptedObject) =>
	NodeHelpers.getNodeParameters(type.properties, data as never, true, false, null, null);

/** Signs of two lines in n8n's form, and some words. */
const LONGEST = 320;

it.each(CREDENTIALS)('shows in two lines what $displayName is for, before any field', (type) => {
	const [notice] = type.properties;
	expect(notice).toMatchObject({ type: 'notice' });
	// In this place n8n takes tags out.
	expect(notice?.displayName).toMatch(/^For [^<>]+\. [^<>]+\.$/);
	expect(notice?.displayName.length).toBeLessThan(LONGEST);
});

it('says below the number that stands in the form already where the own one is', () => {
	const filled = CREDENTIALS.flatMap(({ properties }) => properties).filter(
		({ type, default: value }) => type === 'number' && value !== '',
	);
	expect(filled.map(({ displayName }) => displayName)).toEqual(['Server Number']);
	expect(filled[0]?.hint).toMatch(/in the portal, under Settings → General\. With a wrong one, /);
});

it.each(CREDENTIALS)('links from $displayName to the section about it', ({ documentationUrl }) => {
	expect(documentationUrl).toMatch(/\.md#[a-z-]+$/);
});

it('has a server of its own for four services', () => {
	expect(WITH_SERVER).toHaveLength(4);
});

it('asks for no server number while another server is used', () => {
	const [radaro] = WITH_SERVER.filter(({ name }) => name === 'radaroApi');
	if (radaro === undefined) throw new Error('Radaro has a credential.');
	expect(handedOut(radaro, { server: 2 })).toMatchObject({ server: 2 });
	const other = { useOtherServer: true, baseUrl: 'http://127.0.0.1:5700/x', server: 2 };
	expect(handedOut(radaro, other)).not.toHaveProperty('server');
});

describe.each(WITH_SERVER)('$displayName', (type) => {
	const baseUrl = 'http://127.0.0.1:5700/x';

	it('leaves an address out while another server is not switched on', () => {
		expect(handedOut(type, { baseUrl })).not.toHaveProperty('baseUrl');
		expect(handedOut(type, { useOtherServer: false, baseUrl })).not.toHaveProperty('baseUrl');
	});

	it('asks for the address while it is, and says how it ends', () => {
		const field = type.properties.find(({ name }) => name === 'baseUrl');
		expect(field).toMatchObject({ required: true });
		expect(field?.description).toMatch(/ It must end (in|before) \/api(\/v2)?\.$/);
	});

	it('hands the address out while it is', () => {
		expect(handedOut(type, { useOtherServer: true, baseUrl })).toMatchObject({ baseUrl });
	});
});

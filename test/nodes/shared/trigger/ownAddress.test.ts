import { callsOwn } from '../../../../nodes/shared/trigger/ownAddress';

const OWN = 'https://n8n.example/webhook/hook-1/routigo';

it.each<[string, string | null | undefined, string, boolean]>([
	['the same', OWN, OWN, true],
	['another spelling', 'HTTPS://N8N.example:443/webhook/%68ook-1/routigo/', OWN, true],
	['parameters in another order', `${OWN}?b=2&a=1`, `${OWN}?a=1&b=2`, true],
	['without https:// in n8n', OWN, 'n8n.example/webhook/hook-1/routigo', true],
	['a port without https:// in n8n', 'http://n8n:5678/x', 'n8n:5678/x', true],
	['another host', OWN.replace('n8n.', 'copy.'), OWN, false],
	['another port', OWN.replace('.example', '.example:5678'), OWN, false],
	['http://', OWN.replace('https', 'http'), OWN, false],
	['another trigger', OWN.replace('hook-1', 'hook-10'), OWN, false],
	['the test address', OWN.replace('/webhook/', '/webhook-test/'), OWN, false],
	['a parameter more', `${OWN}?a=1`, OWN, false],
	['other capitals in the path', OWN.replace('hook-1', 'Hook-1'), OWN, false],
	['no address', 'nowhere', 'nowhere', false],
	['nothing', null, OWN, false],
	['nothing at all', undefined, '', false],
])('%s', (_what, registered, own, expected) => {
	expect(callsOwn(registered, own)).toBe(expected);
});

/** What somebody who publishes sites told us of a deployment. */
export interface Deploy {
  /** Whose words these are. */
  readonly from: 'Netlify' | 'Cloudflare Pages' | 'GitHub' | 'a deploy script';
  /** Why there is nothing to look at, in a sentence; `undefined` when the site is there in a new state. */
  readonly idle: string | undefined;
  /** Where the site is, as far as it is said. */
  readonly urls: readonly string[];
}

/** An object of a payload, which may lack anything. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what Netlify, Cloudflare Pages and GitHub send when a site was deployed, or `{"deployed": URL | true}` of one's own
 * script; `undefined` for anything else. What is a preview, has failed or has not ended is no deployment of the site.
 */
export function readDeploy(headers: Headers, body: Fields): Deploy | undefined {
  const event = headers.get('x-github-event');
  if (event !== null) return fromGitHub(event, body);
  if (headers.has('x-netlify-event') || ('site_id' in body && 'deploy_url' in body)) return fromNetlify(body);
  if (body.alert_type === 'pages_event_alert' || text(fields(body.data).event).startsWith('EVENT_DEPLOYMENT'))
    return fromCloudflare(fields(body.data));
  if (headers.has('cf-webhook-auth')) return otherFromCloudflare(body);
  if (body.deployed === true || body.deployed === 'true') return { from: 'a deploy script', idle: undefined, urls: [] };
  const url = text(body.deployed);
  return url === '' ? undefined : { from: 'a deploy script', idle: undefined, urls: [url] };
}

/** Deploy notifications: the body is the deploy, `state` and `context` say what became of it and for whom. */
function fromNetlify({ state, context, ssl_url, url }: Fields): Deploy {
  const idle =
    state !== 'ready'
      ? `The deploy is ${text(state) || 'not there'} and not ready.`
      : context !== undefined && context !== 'production'
        ? `It was a deploy for ${text(context)}, not of the site itself.`
        : undefined;
  return { from: 'Netlify', idle, urls: [text(ssl_url), text(url)].filter(Boolean) };
}

/** Notifications of `pages_event_alert`, which name event and environment in the words of their filters. */
function fromCloudflare({ event, environment }: Fields): Deploy {
  const idle =
    text(event) !== '' && event !== 'EVENT_DEPLOYMENT_SUCCESS'
      ? `The event is ${text(event)}, not a deployment that succeeded.`
      : environment === 'ENVIRONMENT_PREVIEW'
        ? 'It was a preview, not the site itself.'
        : undefined;
  return { from: 'Cloudflare Pages', idle, urls: [] };
}

/** Cloudflare saves a destination only when the message that it tries it with is answered 2xx. */
function otherFromCloudflare({ alert_type, text: message }: Fields): Deploy | undefined {
  const alert = text(alert_type).slice(0, 40);
  if (alert === '' && text(message) === '') return undefined;
  const idle =
    alert === ''
      ? 'Cloudflare reaches this server; from now on it tells of deployments.'
      : `The alert ${alert} says nothing of a deployment: choose “Pages: Project updates”.`;
  return { from: 'Cloudflare Pages', idle, urls: [] };
}

function fromGitHub(event: string, body: Fields): Deploy {
  const deploy = (idle: string | undefined, ...urls: readonly unknown[]): Deploy => ({
    from: 'GitHub',
    idle,
    urls: urls.map(text).filter(Boolean),
  });
  switch (event) {
    case 'page_build': {
      const { status } = fields(body.build);
      return deploy(status === 'built' ? undefined : `The build of the pages is ${text(status)}, not built.`);
    }
    case 'deployment_status': {
      const { state, environment, environment_url, target_url } = fields(body.deployment_status);
      const where = text(environment) || text(fields(body.deployment).environment);
      if (state !== 'success') return deploy(`The deployment is ${text(state)}, not a success.`);
      if (/preview/i.test(where)) return deploy(`It was deployed to ${where}, not to the site itself.`);
      return deploy(undefined, environment_url, target_url);
    }
    case 'workflow_run': {
      const { status, conclusion, head_branch } = fields(body.workflow_run);
      const { default_branch } = fields(body.repository);
      if (body.action !== 'completed' || conclusion !== 'success')
        return deploy(`The workflow is ${text(conclusion) || text(status) || 'under way'}, not a success.`);
      return deploy(
        head_branch === default_branch ? undefined : `The workflow ran for the branch ${text(head_branch)}.`,
      );
    }
    case 'ping':
      return deploy('GitHub reaches this server; from now on it tells of deployments.');
    default:
      return deploy(
        `The event ${event.slice(0, 40)} says nothing of a deployment: choose deployment_status, page_build or workflow_run.`,
      );
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2_000) : '';
}

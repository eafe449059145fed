import { useState, type FormEvent } from 'react';
import {
  AtelierError,
  CreateOrderDocument,
  LoginDocument,
  LogoutDocument,
  MyOrdersDocument,
  NotificationAddedDocument,
  PriceItemsDocument,
  UploadManuscriptDocument,
  type MyOrdersQuery,
  type OrderStatus,
  type UploadProgress,
} from '@atelier/sdk';
import { useAtelier, useMutation, useQuery, useSubscription, useTokens } from '@atelier/sdk/react';

export const App = () => (useTokens() === null ? <SignIn /> : <Orders />);

const text = (form: FormData, name: string): string => String(form.get(name));

function SignIn() {
  const client = useAtelier();
  const [login, { error, isLoading }] = useMutation(LoginDocument);
  const { data, error: refused } = useQuery(PriceItemsDocument);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answer = await login({ input: { email: text(form, 'email'), password: text(form, 'password') } }).catch(
      () => undefined,
    );
    if (answer?.login.__typename === 'Session') client.useTokens(answer.login);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <ul id="prices">
        {data?.priceItems.map(({ id, name, price }) => (
          <li key={id}>
            {name} {price.amount / 100}
          </li>
        ))}
      </ul>
      <input name="email" />
      <input name="password" type="password" />
      <button disabled={isLoading}>Sign in</button>
      <Refusal error={error ?? refused} />
    </form>
  );
}

const Refusal = ({ error }: { readonly error: AtelierError | undefined }) =>
  error === undefined ? null : (
    <p role="alert" data-code={error.code}>
      {error.message} {error.fields.map(({ path }) => path).join()}
    </p>
  );

type Listed = MyOrdersQuery['myOrders']['nodes'][number];
const words: Partial<Record<OrderStatus, string>> = { PENDING: 'to be paid', PAID: 'paid' };

function Orders() {
  const client = useAtelier();
  const { data, error, isLoading, refetch } = useQuery(MyOrdersDocument, { first: 10 });
  const prices = useQuery(PriceItemsDocument);
  const [create, made] = useMutation(CreateOrderDocument);
  const [titles, setTitles] = useState<readonly string[]>([]);
  const live = useSubscription(
    NotificationAddedDocument,
    {},
    {
      onEvent: ({ notificationAdded }) => setTitles((known) => [...known, notificationAdded.notification.title]),
    },
  );
  const order = async (title: string): Promise<void> => {
    const priceItemId = prices.data?.priceItems[0]?.id;
    if (priceItemId === undefined) return;
    await create({ input: { priceItemId, title } }).then(refetch, () => undefined);
  };
  const signOut = async (): Promise<void> => {
    await client.mutate(LogoutDocument);
    client.useTokens(null);
  };
  return (
    <main>
      <button id="order" disabled={!prices.data} onClick={() => void order('Le phare')}>
        Order
      </button>
      <button id="order-nothing" disabled={!prices.data} onClick={() => void order('')}>
        Order without a title
      </button>
      <ul id="orders" aria-busy={isLoading}>
        {data?.myOrders.nodes.map((each) => (
          <Row key={each.id} order={each} />
        ))}
      </ul>
      <ul id="titles" data-listening={live.isListening}>
        {titles.map((title, index) => (
          <li key={index}>{title}</li>
        ))}
      </ul>
      <Refusal error={error ?? made.error ?? live.error} />
      <button id="sign-out" onClick={() => void signOut()}>
        Sign out
      </button>
    </main>
  );
}

function Row({ order }: { readonly order: Listed }) {
  const [upload, { data, error, isLoading }] = useMutation(UploadManuscriptDocument);
  const [steps, setSteps] = useState<readonly UploadProgress[]>([]);
  const send = (file: File | undefined): void => {
    if (!file) return;
    void upload(
      { input: { orderId: order.id, file } },
      { onProgress: (step) => setSteps((known) => [...known, step]) },
    ).catch(() => undefined);
  };
  return (
    <li>
      {order.title}, {words[order.status] ?? order.status}
      <input type="file" disabled={isLoading} onChange={(event) => send(event.target.files?.[0])} />
      <output data-steps={JSON.stringify(steps)}>
        {data?.uploadManuscript.files.map(({ name, sizeBytes }) => `${name} ${sizeBytes}`).join()}
      </output>
      <Refusal error={error} />
    </li>
  );
}

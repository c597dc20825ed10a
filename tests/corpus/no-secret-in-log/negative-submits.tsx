// Wrappers of one statement report what their callers give; inputs whose type has no secret.
const show = (value: unknown) => console.log(value);
show("ready");

export function Berths() {
  const onSubmit = (data: { berth: string; tokenCount: number; hasPassword: boolean }) => {
    console.log(data);
  };
  return <form onSubmit={handleSubmit(onSubmit)} data-help="password" />;
}

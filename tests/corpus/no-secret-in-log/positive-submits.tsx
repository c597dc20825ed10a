// Forms of one statement, which nobody in the file calls, and inputs whose type is written beside them.
type LoginForm = { mail: string; password: string };

export function Entrance() {
  const onSubmit = (data: LoginForm) => {
    console.log(data); // expect
  };
  return (
    <form onSubmit={handleSubmit(onSubmit)}>
      <input type="password" {...register("password")} />
    </form>
  );
}

export const resolvers = {
  Mutation: {
    enter: async (_: unknown, given: { mail: string; password: string }) => {
      console.log(given); // expect
      return members.enter(given);
    },
  },
};

// Codes of places, which India calls pins.
import { useState } from "react";

export function Delivery({ onOrder }) {
  const [place, setPlace] = useState({ street: "", city: "", pin: "" });
  const order = () => {
    const sent = { city: place.city, pinCode: place.pin };
    console.log("place", place);
    console.log("sent", sent, sent.pinCode);
    onOrder(sent);
  };
  return <Fields onChange={setPlace} onOrder={order} />;
}

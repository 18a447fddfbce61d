"""A minimal wizard in Streamlit as its documentation writes one: a form on each page, and `st.switch_page`."""

import streamlit as st


def screen(name: str, title: str, other: str) -> None:
    """One screen, with what was answered before."""
    st.html(f"<h1>{title}</h1>")
    st.write("Vertel het in uw eigen woorden. U kunt het later nog veranderen.")
    with st.form(name):
        answer = st.text_input("Uw antwoord", value=st.session_state.get(f"answer_{name}", ""))
        going = st.form_submit_button("Volgende", key=f"next_{name}")
    if going:
        st.session_state[f"answer_{name}"] = answer
        st.switch_page(pages[other])


def first() -> None:
    """The first screen."""
    screen("een", "Wat is er gebeurd?", "twee")


def second() -> None:
    """The second screen."""
    screen("twee", "Wat was het gevolg?", "een")


pages = {"een": st.Page(first, url_path="een", default=True), "twee": st.Page(second, url_path="twee")}
st.navigation(list(pages.values()), position="hidden").run()

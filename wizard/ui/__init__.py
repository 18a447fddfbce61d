"""The screens: the only package that knows Streamlit. It lays out and never decides."""
